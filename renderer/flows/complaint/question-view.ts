import {
  AccusedKind,
  type ConsentPurpose,
  categoriesFor,
  ProceduralStatus,
  RELATIONS_OF,
  SafeTime,
  Situation,
  Subject,
  WANTED_IN,
} from '../../../shared/domain/complaint.ts';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { Answer } from '../../components/answer-card/answer-card.tsx';
import type { KeyboardLayout } from '../../components/keyboard/layouts.ts';
import type { Capitals } from '../../components/keyboard/typing.ts';
import type { About, ComplaintTexts, Question } from '../../texts/complaint.id.ts';
import { PURPOSE_OF } from './consents.ts';
import type { ComplaintDraft, ComplaintPatch } from './draft.ts';
import type { TextFieldName } from './faults.ts';
import * as icons from './icons.ts';
import { withTimes } from './safe-times.ts';
import type { StepName } from './steps.ts';

/** How one question looks: which kind of answer it takes and in which words. Holds no rule about what comes next. */
export type QuestionView = { question: Question } & (
  | {
      kind: 'one';
      answers: Answer<string>[];
      chosen: string | undefined;
      toPatch(value: string): ComplaintPatch;
    }
  | {
      kind: 'many';
      answers: Answer<string>[];
      chosen: readonly string[];
      toPatch(values: string[]): ComplaintPatch;
    }
  | {
      kind: 'text';
      field: TextFieldName;
      layout: KeyboardLayout;
      capitals: Capitals;
      isMultiline?: boolean;
      isDictated?: boolean;
    }
  | { kind: 'country' | 'since' | 'safety' }
  | { kind: 'consent'; purpose: ConsentPurpose }
);

type Words = { label: string; hint?: string };

export function aboutOf(draft: ComplaintDraft): About {
  return { isSelf: draft.subject === 'self', situation: draft.situation, accused: draft.accusedKind };
}

/** Cards for the values offered, in their order, with their words and pictures. */
function cards<T extends string>(
  values: readonly T[],
  words: Record<T, Words>,
  pictures: Record<T, Answer<T>['icon']>,
): Answer<T>[] {
  return values.map((value) => ({
    value,
    ...words[value],
    ...(pictures[value] ? { icon: pictures[value] } : {}),
  }));
}

/** One answer out of several, where the value is kept as it is. */
function one<T extends string>(
  question: Question,
  answers: Answer<T>[],
  field: keyof ComplaintDraft,
  chosen: T | undefined,
): QuestionView {
  return { kind: 'one', question, answers, chosen, toPatch: (value) => ({ [field]: value }) };
}

/** Yes or no, kept as a boolean. */
function yesOrNo(
  question: Question,
  answers: Answer<'yes' | 'no'>[],
  field: 'inDanger' | 'contactDiscreet',
  chosen: boolean | undefined,
): QuestionView {
  return {
    kind: 'one',
    question,
    answers,
    chosen: chosen === undefined ? undefined : chosen ? 'yes' : 'no',
    toPatch: (value) => ({ [field]: value === 'yes' }),
  };
}

function text(
  field: TextFieldName,
  question: Question,
  layout: KeyboardLayout = 'text',
  capitals: Capitals = 'words',
): QuestionView {
  return { kind: 'text', field, question, layout, capitals };
}

export function viewOf(step: StepName, draft: ComplaintDraft, texts: ComplaintTexts): QuestionView {
  const about = aboutOf(draft);
  const situation = draft.situation ?? 'abroad';
  const subject = draft.subject ?? 'other';
  switch (step) {
    case 'danger': {
      const { yes, no } = texts.danger;
      const answers: Answer<'yes' | 'no'>[] = [
        { value: 'yes', ...yes, icon: icons.DANGER_ICONS.yes, tone: 'care' },
        { value: 'no', ...no, icon: icons.DANGER_ICONS.no },
      ];
      return yesOrNo(texts.danger, answers, 'inDanger', draft.inDanger);
    }
    case 'safety':
      return { kind: 'safety', question: { title: texts.safety.title, why: texts.safety.lead } };
    case 'subject':
      return one(
        texts.subject,
        cards(Subject.options, texts.subject.answers, icons.SUBJECT_ICONS),
        'subject',
        draft.subject,
      );
    case 'relation':
      return one(
        texts.relation,
        cards(RELATIONS_OF[subject], texts.relation.answers, icons.RELATION_ICONS),
        'relation',
        draft.relation,
      );
    case 'situation':
      return one(
        texts.situation.ask(about),
        cards(Situation.options, texts.situation.answers(about), icons.SITUATION_ICONS),
        'situation',
        draft.situation,
      );
    case 'category':
      return one(
        texts.category,
        cards(categoriesFor(situation, subject), texts.category.answers, icons.CATEGORY_ICONS),
        'category',
        draft.category,
      );
    case 'enough':
      return {
        kind: 'one',
        question: texts.enough,
        answers: cards(['contact', 'full', 'short'] as const, texts.enough.answers, icons.DEPTH_ICONS),
        chosen: draft.depth,
        toPatch: (depth) =>
          depth === 'contact' ? { depth, contactMode: 'confidential' } : { depth: depth as 'full' | 'short' },
      };
    case 'country':
      return { kind: 'country', question: texts.country.ask(about) };
    case 'city':
      return text('city', texts.city(about));
    case 'accused-kind':
      return one(
        texts.accusedKind,
        cards(AccusedKind.options, texts.accusedKind.answers, icons.ACCUSED_ICONS),
        'accusedKind',
        draft.accusedKind,
      );
    case 'accused-name':
      return text('accusedName', texts.accusedName(about));
    case 'accused-address':
      return text('accusedAddress', texts.accusedAddress(about));
    case 'accused-phone':
      return text('accusedPhone', texts.accusedPhone(about), 'phone', 'none');
    case 'story':
      return { ...text('story', texts.story(about), 'text', 'sentences'), isMultiline: true } as QuestionView;
    case 'since':
      return { kind: 'since', question: texts.since(about) };
    case 'wanted':
      return {
        kind: 'many',
        question: texts.wanted,
        answers: cards(WANTED_IN[situation], texts.wanted.answers, icons.WANTED_ICONS),
        chosen: draft.wanted ?? [],
        toPatch: (values) => ({ wanted: values as ComplaintDraft['wanted'] }),
      };
    case 'procedural':
      return one(
        texts.procedural.ask(about),
        cards(ProceduralStatus.options, texts.procedural.answers, icons.PROCEDURAL_ICONS),
        'procedural',
        draft.procedural,
      );
    case 'worker-name':
      return text('workerName', texts.workerName(about));
    case 'worker-nik':
      return {
        ...text('workerNik', texts.workerNik(about), 'number', 'none'),
        isDictated: true,
      } as QuestionView;
    case 'worker-passport':
      return {
        ...text('workerPassport', texts.workerPassport(about), 'code', 'all'),
        isDictated: true,
      } as QuestionView;
    case 'contact-mode':
      return one(
        texts.contactMode,
        cards(['confidential', 'information-only'] as const, texts.contactMode.answers, icons.CONTACT_ICONS),
        'contactMode',
        draft.contactMode,
      );
    case 'reporter-name':
      return text('reporterName', texts.reporterName(about));
    case 'contact-phone':
      return {
        ...text('contactPhone', texts.contactPhone(about), 'phone', 'none'),
        isDictated: true,
      } as QuestionView;
    case 'contact-channel':
      return one(
        texts.contactChannel,
        cards(['whatsapp', 'call', 'message'] as const, texts.contactChannel.answers, icons.CHANNEL_ICONS),
        'contactChannel',
        draft.contactChannel,
      );
    case 'contact-times':
      return {
        kind: 'many',
        question: texts.contactTimes,
        answers: cards(SafeTime.options, texts.contactTimes.answers, icons.TIME_ICONS),
        chosen: draft.contactTimes ?? [],
        toPatch: (values) => ({
          contactTimes: withTimes(draft.contactTimes ?? [], values as SafeTime[]),
        }),
      };
    case 'contact-discreet':
      return yesOrNo(
        texts.contactDiscreet,
        cards(['yes', 'no'] as const, texts.contactDiscreet.answers, icons.DISCREET_ICONS),
        'contactDiscreet',
        draft.contactDiscreet,
      );
    case 'consent-forward':
    case 'consent-services':
      return { kind: 'consent', purpose: PURPOSE_OF[step], question: texts.consent[step] };
    default:
      return unreachable(step);
  }
}
