import { expect, test } from 'vitest';
import type { HubTroubleCode } from '../sync/hub-verdict.ts';
import { type ReasonCode, reasonFor } from './reasons.ts';

/** Fails the type check when a trouble of link or hub has no sentence. */
const EVERY_HUB_TROUBLE: Record<HubTroubleCode, ReasonCode> = {
  'link.offline': 'link.offline',
  'link.timed-out': 'link.timed-out',
  'link.cut': 'link.cut',
  'link.gateway': 'link.gateway',
  'hub.trouble': 'hub.trouble',
  'hub.busy': 'hub.busy',
  'hub.not-admitted': 'hub.not-admitted',
  'hub.revoked': 'hub.revoked',
  'hub.bad-request': 'hub.bad-request',
  'hub.too-large': 'hub.too-large',
  'hub.encoding': 'hub.encoding',
};

test.each(Object.entries(EVERY_HUB_TROUBLE))('%s has its own sentence in both languages', (trouble, code) => {
  expect(trouble).toBe(code);
  const { id, en } = reasonFor(code);
  expect(id).not.toContain(code);
  expect(en).not.toContain(code);
  expect(id).not.toBe(en);
});

test('a code of a newer hub is shown as it is, with what to do', () => {
  expect(reasonFor('push.example-of-tomorrow').id).toContain('"push.example-of-tomorrow"');
});

test('a code that is a word of the language itself is no known reason', () => {
  expect(reasonFor('constructor').en).toContain('"constructor"');
});
