import type { Doubt } from '../../../../shared/domain/complaint.ts';
import type { FollowUpAnswers } from '../../../../shared/domain/follow-up.ts';
import { readPhone } from '../../../../shared/domain/phone.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { FollowUpContext } from './follow-up.types.ts';

export const MOST_TEXT = 2000;
export const MOST_PHONE = 40;

/** What looks wrong about the number. It is asked about once and never refused. */
export function doubtsAbout(phone: string): Doubt[] {
  const typed = cleanText(phone);
  return typed === '' ? [] : readPhone(typed).doubts.map((code) => ({ field: 'phone', code }));
}

/** What will be committed; null while something of it is missing. */
export function answersOf(context: FollowUpContext): FollowUpAnswers | null {
  switch (context.act) {
    case 'add-information': {
      const text = cleanText(context.text).slice(0, MOST_TEXT);
      return text === '' ? null : { act: 'add-information', text, doubts: [] };
    }
    case 'add-photo':
      return context.photos.length === 0
        ? null
        : { act: 'add-photo', photos: context.photos.map(({ id }) => id) };
    case 'change-contact': {
      const phone = cleanText(context.phone).slice(0, MOST_PHONE);
      if (phone === '' || context.channel === null) return null;
      return {
        act: 'change-contact',
        contact: { phone, channel: context.channel },
        doubts: doubtsAbout(context.phone),
      };
    }
    case 'withdraw-consent':
      return context.purposes.length === 0
        ? null
        : { act: 'withdraw-consent', purposes: [...context.purposes] };
    case null:
      return null;
  }
}
