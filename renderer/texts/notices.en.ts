import type { NoticesTexts } from './notices.id.ts';

export const noticesEn: NoticesTexts = {
  level: { urgent: 'Important', information: 'Announcement' },
  others: (count) => `${count} more`,
  place: (level, at, of) => `${level}, ${at} of ${of}`,
  source: (name) => `Source: ${name}`,
  since: (date) => `Since ${date}`,
  until: (date) => `Valid until ${date}`,
  none: 'There are no announcements now',
  next: 'Next',
  close: 'To the first screen',
};
