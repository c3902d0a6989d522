import { expect, test } from 'vitest';
import { walkMachine } from '../walk-machine.ts';
import { announcementFormMachine, announcementOf } from './announcements/announcement-form.machine.ts';
import { hoursFormMachine, saidHours } from './hours/hours-form.machine.ts';
import { weekWith } from './hours/hours-page.tsx';

type Events = Parameters<typeof walkMachine>[1]['events'];
const TODAY = '2026-05-12';

test('an announcement: every page is reached, the way leads out, and only a whole one is written', () => {
  const walk = walkMachine(announcementFormMachine, {
    input: { today: TODAY },
    events: [
      { type: 'text.typed', language: 'id', text: 'Loket contoh tutup' },
      { type: 'text.typed', language: 'id', text: 'Hubungi 0800-0000-1234' },
      { type: 'text.typed', language: 'en', text: 'The counter is closed' },
      { type: 'text.typed', language: 'en', text: 'a'.repeat(81) },
      { type: 'from.chosen', date: '2026-05-14' },
      { type: 'length.chosen', length: '3' },
      { type: 'change.pressed', what: 'id' },
      { type: 'change.pressed', what: 'from' },
      { type: 'next.pressed' },
      { type: 'publish.pressed' },
      { type: 'back.pressed' },
    ] as Events,
    answers: {},
  });
  expect(walk.states).toEqual(['checking', 'en', 'from', 'id', 'left', 'until', 'written']);
  expect(walk.deadEnds(['left', 'written'])).toEqual([]);
  const written = walk.snapshots.filter(({ value }) => value === 'written');
  expect(written.length).toBeGreaterThan(0);
  for (const { context } of written) {
    expect(announcementOf(context)).toEqual({
      text: { id: 'Loket contoh tutup', en: 'The counter is closed' },
      from: '2026-05-14',
      until: '2026-05-16',
    });
  }
  expect(walk.snapshots.some(({ context }) => context.fault === 'phone')).toBe(true);
});

const hoursWalk = (form: 'week' | 'exception') =>
  walkMachine(hoursFormMachine, {
    input: { form, today: TODAY },
    events: [
      { type: 'text.typed', text: '20052026' },
      { type: 'text.typed', text: '01052026' },
      { type: 'text.typed', text: '0800' },
      { type: 'text.typed', text: '1200' },
      { type: 'isOpen.chosen', isOpen: true },
      { type: 'isOpen.chosen', isOpen: false },
      { type: 'hasBreak.chosen', hasBreak: false },
      { type: 'days.chosen', days: ['mon'] },
      { type: 'reason.chosen', reason: 'holiday' },
      { type: 'next.pressed' },
      { type: 'back.pressed' },
    ] as Events,
    answers: {},
  });

test.each(['week', 'exception'] as const)(
  'hours of a %s: the way leads out, and nothing half is said',
  (form) => {
    const walk = hoursWalk(form);
    expect(walk.deadEnds(['left', 'said'])).toEqual([]);
    const said = walk.snapshots
      .filter(({ value }) => value === 'said')
      .map(({ context }) => saidHours(context));
    expect(said.length).toBeGreaterThan(0);
    for (const one of said) {
      expect([[], [{ opens: '08:00', closes: '12:00' }]]).toContainEqual(one?.hours);
      expect(one?.date).toBe(form === 'exception' ? '2026-05-20' : null);
      if (form === 'week') expect(one?.days).toEqual(['mon']);
      else expect(one?.reason).toBe('holiday');
    }
    const faults = new Set(walk.snapshots.map(({ context }) => context.fault));
    expect([...faults].filter(Boolean).sort()).toEqual(
      form === 'week' ? ['days', 'order', 'time'] : ['date', 'order', 'past', 'time'],
    );
  },
);

test('a break lies inside the day, and makes two stretches of it', () => {
  const context = {
    form: 'week' as const,
    today: TODAY,
    step: 'days' as const,
    texts: { date: '', opens: '8', closes: '1600', breakFrom: '1200', breakUntil: '1300' },
    isOpen: true,
    hasBreak: true,
    days: ['mon' as const],
    reason: null,
    fault: null,
  };
  expect(saidHours(context)?.hours).toEqual([
    { opens: '08:00', closes: '12:00' },
    { opens: '13:00', closes: '16:00' },
  ]);
  const late = { ...context.texts, breakUntil: '1600' };
  expect(saidHours({ ...context, texts: late })).toBeNull();
});

test('the first hours said leave every other day closed, later ones leave it as it is', () => {
  const hours = [{ opens: '08:00', closes: '12:00' }];
  const first = weekWith(null, { days: ['mon', 'fri'], hours });
  expect(first).toEqual({ mon: hours, tue: [], wed: [], thu: [], fri: hours, sat: [], sun: [] });
  expect(weekWith(first, { days: ['fri'], hours: [] })).toEqual({ ...first, fri: [] });
});
