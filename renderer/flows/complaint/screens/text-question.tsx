import { TextField } from '../../../components/text-field/text-field.tsx';
import { wordsOfDoubt } from '../doubt-words.ts';
import { fieldId, wordsOfFault } from '../fault-words.ts';
import { longestText } from '../faults.ts';
import type { QuestionView } from '../question-view.ts';
import type { ComplaintSnapshot, SendComplaint } from '../use-complaint.ts';
import { useComplaintWords } from '../words.ts';

interface TextQuestionProps {
  view: Extract<QuestionView, { kind: 'text' }>;
  snapshot: ComplaintSnapshot;
  send: SendComplaint;
}

/** One field and the kiosk's keyboard, open at once. */
export function TextQuestion({ view, snapshot, send }: TextQuestionProps) {
  const words = useComplaintWords();
  const { draft, faults, doubts } = snapshot.context;
  const { field, question } = view;
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
          ? [`${words.doubts.title}.`, ...doubted.map((doubt) => wordsOfDoubt(doubt, words))].join(' ')
          : undefined
      }
      layout={view.layout}
      capitals={view.capitals}
      isMultiline={view.isMultiline ?? false}
      isDictated={view.isDictated ?? false}
      autoFocus
    />
  );
}
