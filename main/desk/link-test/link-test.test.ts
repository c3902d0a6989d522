import { expect, test } from 'vitest';
import { aClock } from '../../db/testing.ts';
import type { HubAnswer } from '../../sync/hub-verdict.ts';
import { type LinkTestDeps, testLink } from './index.ts';
import { LAYERS } from './layers.ts';

const EPOCH = '00000000-0000-4000-8000-000000000001';
const broken = (code: string) => Object.assign(new Error(code), { code });

/** A healthy way to a hub with TLS, with what the test breaks put over it. */
function aWay(
  changes: { network?: Partial<LinkTestDeps['network']>; hub?: object; enrolled?: boolean } = {},
) {
  const clock = aClock();
  const deps: LinkTestDeps = {
    hubUrl: 'https://hub.example',
    clock,
    isEnrolled: () => changes.enrolled ?? true,
    network: {
      interfaces: () => [{ name: 'eth0', addresses: ['192.0.2.17'], hasCarrier: true }],
      resolve: async () => ['192.0.2.1'],
      connect: async () => {},
      secure: async () => {},
      ...changes.network,
    },
    openHub: () => ({
      probe: async () => ({
        ok: true,
        value: { protocol: 'pos-migran-hub/1', epoch: EPOCH, hubTime: clock.now() },
      }),
      ticketStatuses: async () => ({
        ok: true,
        value: { protocol: 'pos-migran-hub/1', epoch: EPOCH, hubTime: 0, changes: [], more: false },
      }),
      close: async () => {},
      ...changes.hub,
    }),
  };
  return deps;
}

const refusal = (code: string, fromHub = true): HubAnswer<never> =>
  ({ ok: false, problem: { code, detail: 'HTTP 200', fromHub } }) as HubAnswer<never>;

test('a healthy way is good in every layer, from below', async () => {
  const { layers } = await testLink(aWay());
  expect(layers.map((one) => one.layer)).toEqual(LAYERS);
  expect(layers.every((one) => one.state === 'good' && one.next === null)).toBe(true);
});

test.each([
  ['cable', { network: { interfaces: () => [{ name: 'eth0', addresses: [], hasCarrier: false }] } }, 'eth0'],
  [
    'address',
    { network: { interfaces: () => [{ name: 'eth0', addresses: ['169.254.7.7'], hasCarrier: true }] } },
    null,
  ],
  ['name', { network: { resolve: () => Promise.reject(broken('ENOTFOUND')) } }, 'ENOTFOUND hub.example'],
  [
    'connection',
    { network: { connect: () => Promise.reject(broken('ECONNREFUSED')) } },
    'ECONNREFUSED hub.example:443',
  ],
  [
    'tls',
    { network: { secure: () => Promise.reject(broken('SELF_SIGNED_CERT_IN_CHAIN')) } },
    'SELF_SIGNED_CERT_IN_CHAIN',
  ],
  ['gateway-page', { hub: { probe: async () => refusal('link.gateway', false) } }, 'link.gateway HTTP 200'],
  ['hub', { hub: { probe: async () => refusal('hub.trouble') } }, 'hub.trouble HTTP 200'],
  [
    'credential',
    { hub: { ticketStatuses: async () => refusal('hub.not-admitted') } },
    'hub.not-admitted HTTP 200',
  ],
  [
    'clock',
    { hub: { probe: async () => ({ ok: true, value: { protocol: 'x', epoch: EPOCH, hubTime: 0 } }) } },
    expect.stringMatching(/^\d+ s$/),
  ],
] as const)(
  'trouble in the layer "%s" is named there, says what to do, and nothing above is tried',
  async (layer, changes, detail) => {
    const { layers } = await testLink(aWay(changes as Parameters<typeof aWay>[0]));
    const at = LAYERS.indexOf(layer);
    expect(layers.slice(0, at).every((one) => one.state === 'good')).toBe(true);
    expect(layers[at]).toMatchObject({ layer, state: 'bad', next: { id: expect.any(String) }, detail });
    expect(layers.slice(at + 1).every((one) => one.state === 'skipped')).toBe(true);
  },
);

test('a revoked kiosk is told that the hub does not admit it, not that nobody answered', async () => {
  const { layers } = await testLink(aWay({ hub: { ticketStatuses: async () => refusal('hub.revoked') } }));
  const credential = layers.find((one) => one.layer === 'credential');
  expect(credential?.said.en).toBe('The hub does not admit this kiosk.');
});

test('a certificate out of its dates points at the clock first', async () => {
  const { layers } = await testLink(
    aWay({ network: { secure: () => Promise.reject(broken('CERT_NOT_YET_VALID')) } }),
  );
  expect(layers[4]?.next?.en).toContain('clock');
});

test('a kiosk that is not enrolled is told so, not that the hub refused it', async () => {
  const { layers } = await testLink(aWay({ enrolled: false }));
  expect(layers.find((one) => one.layer === 'credential')?.said.en).toBe('This kiosk is not enrolled.');
});

test('without a hub address every layer is skipped', async () => {
  const { layers, hubUrl } = await testLink({ ...aWay(), hubUrl: null });
  expect(hubUrl).toBeNull();
  expect(new Set(layers.map((one) => one.state))).toEqual(new Set(['skipped']));
});
