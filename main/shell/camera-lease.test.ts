import { expect, test } from 'vitest';
import { CAMERA_LEASE_MS, createCameraLease, mayHaveCamera, type Wish } from './camera-lease.ts';
import { isOurAddress, START_PAGE } from './origin.ts';

function aLease() {
  let now = 1_000;
  const lease = createCameraLease({ monotonic: () => now });
  return { lease, pass: (ms: number) => (now += ms) };
}

test('a lease begins with a capture screen and ends with it, or by itself', () => {
  const { lease, pass } = aLease();
  expect(lease.isOpen()).toBe(false);
  expect(lease.open()).toBe(CAMERA_LEASE_MS);
  expect(lease.isOpen()).toBe(true);
  lease.close();
  expect(lease.isOpen()).toBe(false);
  lease.open();
  pass(CAMERA_LEASE_MS - 1);
  expect(lease.isOpen()).toBe(true);
  pass(1);
  expect(lease.isOpen()).toBe(false);
});

test('opening again begins the time anew', () => {
  const { lease, pass } = aLease();
  lease.open();
  pass(CAMERA_LEASE_MS - 1);
  lease.open();
  pass(CAMERA_LEASE_MS - 1);
  expect(lease.isOpen()).toBe(true);
});

const camera: Wish = { permission: 'media', address: START_PAGE, isMainFrame: true, media: ['video'] };
const may = (wish: Wish, isOpen = true) =>
  mayHaveCamera(wish, { lease: { isOpen: () => isOpen }, isOurs: isOurAddress });

test('our own page has the camera while the lease lasts, and not a moment longer', () => {
  expect(may(camera)).toBe(true);
  expect(may(camera, false)).toBe(false);
});

test.each<[string, Partial<Wish>]>([
  ['the microphone', { media: ['audio'] }],
  ['camera and microphone', { media: ['video', 'audio'] }],
  ['nothing named', { media: [] }],
  ['another page', { address: 'https://example.org/' }],
  ['a look-alike', { address: 'app://kiosk.evil/' }],
  ['a frame inside', { isMainFrame: false }],
  ['the place', { permission: 'geolocation' }],
  ['the screen', { permission: 'display-capture' }],
])('%s is refused even while a capture screen is open', (_what, change) => {
  expect(may({ ...camera, ...change })).toBe(false);
});
