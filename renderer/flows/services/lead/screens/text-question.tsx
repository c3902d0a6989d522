import { TextField } from '../../../../components/text-field/text-field.tsx';
import type { Question } from '../../../../texts/complaint.id.ts';
import { useServicesWords } from '../../words.ts';
import { type DoubtCode, longestText, type TextFieldName } from '../doubts.ts';
import { fieldId, wordsOfFault } from '../faults.ts';
import type { LeadSnapshot, SendLead } from '../use-lead.ts';

interface TextQuestionProps {
  field: TextFieldName;
  question: Question;
  snapshot: LeadSnapshot;
  send: SendLead;
}

/** One field and the kiosk's keyboard, open at once. */
export function TextQuestion({ field, question, snapshot, send }: TextQuestionProps) {
  const words = useServicesWords();
  const { draft, faults, doubts } = snapshot.context;
  const fault = faults.find((found) => found.field === field);
  const doubted = doubts.filter((found) => found.field === field);
  return (
    <TextField
      id={fieldId(field)}
      label={question.label ?? question.title}
      value={draft[field] ?? ''}
      onChange={(text) => send({ type: 'answer.edited', answer: { [field]: text } })}
      limit={longestText(field)}
      {...(question.hint && !fault ? { hint: question.hint } : {})}
      error={fault && wordsOfFault(fault, words)}
      warning={
        doubted.length > 0
          ? [
              `${words.doubts.title}.`,
              ...doubted.map(({ code }) => words.doubts.words[code as DoubtCode]),
            ].join(' ')
          : undefined
      }
      layout={field === 'phone' ? 'phone' : 'text'}
      capitals={field === 'phone' ? 'none' : 'words'}
      isDictated={field === 'phone'}
      autoFocus
    />
  );
}
