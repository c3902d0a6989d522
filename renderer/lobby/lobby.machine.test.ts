import { describe, expect, test, vi } from 'vitest';
import { type ActorRefFrom, createActor, SimulatedClock } from 'xstate';
import { failed, succeeded } from '../../shared/lib/result.ts';
import { aKioskState, exampleContent, type FakeBridge, fakeBridge } from '../bridge/fake.ts';
import { USUAL_COMFORT } from '../comfort/comfort.ts';
import { type idleMachine, LEAST_QUIET_MS } from './idle.ts';
import type { LobbyEvent } from './lobby.machine.ts';
import { provideLobby } from './provide.ts';

const NEW_ID = '3f0c2a44-6f0e-4d0e-9d57-5a4f6f2f0a11';

async function opened(bridge: FakeBridge = fakeBridge()) {
  const clock = new SimulatedClock();
  const actor = createActor(
    provideLobby(bridge, () => NEW_ID),
    { clock },
  ).start();
  const visit = () => actor.getSnapshot().value.visit;
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  await settle();
  await settle();
  await settle();
  const send = (...events: LobbyEvent[]) => {
    for (const event of events) actor.send(event);
  };
  const idleState = () => {
    const idle = actor.getSnapshot().children.idle as ActorRefFrom<typeof idleMachine> | undefined;
    return idle?.getSnapshot().value;
  };
  const calls = (name: string) => bridge.asked.filter((call) => call.name === name).length;
  return { actor, clock, bridge, visit, send, settle, calls, idleState };
}

/** The fake kiosk's quiet time. */
const QUIET_MS = 90_000;

const TO_LANGUAGE: LobbyEvent[] = [{ type: 'screen.touched' }];
const TO_HOME: LobbyEvent[] = [...TO_LANGUAGE, { type: 'language.chosen', language: 'en' }];
const TO_COMPLAINT: LobbyEvent[] = [...TO_HOME, { type: 'flow.chosen', flow: 'complaint' }];
const TO_THANKS: LobbyEvent[] = [...TO_COMPLAINT, { type: 'flow.finished' }];

const visitingStates: [string, LobbyEvent[], unknown][] = [
  ['language', TO_LANGUAGE, { visiting: 'language' }],
  ['home', TO_HOME, { visiting: 'home' }],
  ['flow', TO_COMPLAINT, { visiting: 'flow' }],
  ['thankYou', TO_THANKS, { visiting: { thankYou: 'erasing' } }],
];

describe.each(visitingStates)('in %s', (name, path, value) => {
  test('the state is reached', async () => {
    const { send, visit } = await opened();
    send(...path);
    expect(visit()).toEqual(value);
  });

  test('the emergency page opens and returns to the same place', async () => {
    const { actor, send, visit } = await opened();
    send(...path, { type: 'emergency.pressed' });
    expect(actor.getSnapshot().matches({ emergency: 'open' })).toBe(true);
    expect(visit()).toEqual(value);
    send({ type: 'emergency.closed' });
    expect(actor.getSnapshot().matches({ emergency: 'closed' })).toBe(true);
    expect(visit()).toEqual(value);
  });

  test('the staff can be called without leaving', async () => {
    const { actor, send, visit, settle, bridge } = await opened();
    send(...path, { type: 'staff.pressed', from: 'some.screen' });
    await settle();
    expect(actor.getSnapshot().value.staff).toBe('called');
    expect(bridge.asked.at(-1)).toEqual({
      name: 'staff.call',
      input: { requestId: NEW_ID, from: 'some.screen' },
    });
    send({ type: 'staff.closed' });
    expect(actor.getSnapshot().value.staff).toBe('quiet');
    expect(JSON.stringify(visit())).toContain(name);
  });

  test('quick exit goes away at once, wipes, and forgets who it was', async () => {
    const { actor, send, visit, settle, calls } = await opened();
    const before = actor.getSnapshot().context.visit;
    const wiped = calls('visit.end');
    send(...path, { type: 'emergency.pressed' }, { type: 'quickExit.pressed' });
    expect(visit()).toEqual({ wiping: 'asking' });
    expect(actor.getSnapshot().context).toMatchObject({ visit: before + 1, language: 'id', flow: null });
    expect(actor.getSnapshot().value.emergency).toBe('closed');
    await settle();
    await settle();
    expect(visit()).toBe('attract');
    expect(calls('visit.end')).toBeGreaterThan(wiped);
  });

  test('a visitor who walked away is asked, waited for and wiped', async () => {
    const { clock, send, visit, idleState } = await opened();
    send(...path);
    clock.increment(QUIET_MS);
    // The thanks end by themselves, before anybody needs to be asked.
    if (path !== TO_THANKS) {
      expect(idleState()).toEqual({ asking: 'counting' });
      expect(visit()).toEqual(value);
      for (let second = 0; second < 30; second++) clock.increment(1_000);
    }
    expect(visit()).toEqual({ wiping: 'asking' });
  });
});

test.each(visitingStates.slice(0, 3))(
  'who answers the idle question in %s is exactly where she was',
  async (_name, path, value) => {
    const { clock, send, visit, idleState } = await opened();
    send(...path);
    clock.increment(QUIET_MS);
    expect(idleState()).toEqual({ asking: 'counting' });
    send({ type: 'stay.pressed' });
    expect(idleState()).toBe('watching');
    expect(visit()).toEqual(value);
  },
);

test('a start wipes what an interrupted visit left behind', async () => {
  const { visit, calls } = await opened();
  expect(visit()).toBe('attract');
  expect(calls('visit.end')).toBe(1);
});

test('private flows ask sooner than the lobby, never sooner than a minute', async () => {
  const bridge = fakeBridge({
    'kiosk.read': () => ({
      ok: true,
      value: aKioskState({ idle: { askAfterMs: 180_000, wipeAfterMs: 30_000 } }),
    }),
  });
  const { clock, send, idleState } = await opened(bridge);
  send(...TO_COMPLAINT);
  clock.increment(89_999);
  expect(idleState()).toBe('watching');
  clock.increment(1);
  expect(idleState()).toEqual({ asking: 'counting' });
});

test('an engine that does not answer closes the kiosk and opens it again by itself', async () => {
  const bridge = fakeBridge({ 'kiosk.read': () => failed({ code: 'bridge.no-answer' }) });
  const { actor, clock, visit, settle } = await opened(bridge);
  expect(visit()).toBe('noEngine');
  expect(actor.getSnapshot().context.content?.hotlines.length).toBeGreaterThan(0);
  bridge.script({ 'kiosk.read': () => ({ ok: true, value: aKioskState() }) });
  clock.increment(3_000);
  await settle();
  await settle();
  await settle();
  expect(visit()).toBe('attract');
});

test('an engine that hangs is not waited for', async () => {
  const bridge = fakeBridge({ 'content.read': () => new Promise(() => {}) });
  const { clock, visit } = await opened(bridge);
  expect(visit()).toBe('starting');
  clock.increment(5_000);
  expect(visit()).toBe('noEngine');
});

test('a wipe that the engine refuses is tried again, and then nobody is let in', async () => {
  const bridge = fakeBridge();
  const { clock, visit, send, settle, calls } = await opened(bridge);
  const before = calls('visit.end');
  bridge.script({ 'visit.end': () => failed({ code: 'bridge.no-answer' }) });
  send(...TO_HOME, { type: 'quickExit.pressed' });
  for (let attempt = 0; attempt < 3; attempt++) {
    await settle();
    expect(visit()).toEqual({ wiping: 'refused' });
    send({ type: 'screen.touched' });
    expect(visit()).toEqual({ wiping: 'refused' });
    clock.increment(500);
  }
  expect(calls('visit.end') - before).toBe(3);
  expect(visit()).toBe('noEngine');
});

describe('while the last visit is wiped', () => {
  /** A disk so slow that somebody touches the screen before the wipe is done. */
  async function wipingSlowly() {
    const bridge = fakeBridge();
    const all = await opened(bridge);
    const ends: (() => void)[] = [];
    bridge.script({
      'visit.end': () => new Promise((resolve) => ends.push(() => resolve(succeeded({})))),
    });
    all.send(...TO_HOME, { type: 'quickExit.pressed' });
    const wiped = async () => {
      for (const end of ends.splice(0)) end();
      await all.settle();
      await all.settle();
    };
    return { ...all, wiped };
  }

  test('a touch is not lost: the next visitor comes in as soon as nothing is left of the last one', async () => {
    const { actor, send, visit, wiped } = await wipingSlowly();
    send({ type: 'screen.touched' });
    expect(visit()).toEqual({ wiping: 'asking' });
    await wiped();
    expect(visit()).toEqual({ visiting: 'language' });
    expect(actor.getSnapshot().context.language).toBe('id');
    send({ type: 'quickExit.pressed' });
    await wiped();
    expect(visit()).toBe('attract');
  });

  test('the staff door leads to the desk', async () => {
    const { send, visit, wiped } = await wipingSlowly();
    send({ type: 'staffDoor.pressed' });
    await wiped();
    expect(visit()).toBe('desk');
  });

  test('the emergency page opens, and stays when the wipe is done', async () => {
    const { actor, send, visit, wiped } = await wipingSlowly();
    send({ type: 'emergency.pressed' });
    expect(actor.getSnapshot().matches({ emergency: 'open' })).toBe(true);
    await wiped();
    expect(visit()).toBe('attract');
    expect(actor.getSnapshot().matches({ emergency: 'open' })).toBe(true);
  });

  test('who sets up the screen is a visitor, with the idle question', async () => {
    const { actor, send, visit, wiped, idleState } = await wipingSlowly();
    send({ type: 'comfort.pressed' }, { type: 'comfort.changed', changes: { textSize: '200' } });
    expect(actor.getSnapshot().matches({ comfort: 'open' })).toBe(true);
    await wiped();
    expect(visit()).toEqual({ visiting: 'language' });
    expect(idleState()).toBe('watching');
    expect(actor.getSnapshot().context.comfort.textSize).toBe('200');
  });
});

test('a kiosk out of service lets nobody in, and opens when it is well again', async () => {
  const { send, visit } = await opened();
  send({ type: 'kiosk.changed', kioskState: aKioskState({ mode: 'out-of-service', trouble: 'database' }) });
  expect(visit()).toBe('outOfService');
  send({ type: 'screen.touched' });
  expect(visit()).toBe('outOfService');
  send({ type: 'kiosk.changed', kioskState: aKioskState() });
  expect(visit()).toBe('attract');
});

test('trouble never cuts off a flow: it hears of it with its own answers', async () => {
  const { send, visit, settle } = await opened();
  send(...TO_COMPLAINT, {
    type: 'kiosk.changed',
    kioskState: aKioskState({ mode: 'out-of-service', trouble: 'disk-full' }),
  });
  expect(visit()).toEqual({ visiting: 'flow' });
  send({ type: 'flow.left' });
  await settle();
  await settle();
  expect(visit()).toBe('outOfService');
});

test('a kiosk for information only takes no complaint and still looks tickets up', async () => {
  const { send, visit } = await opened();
  send({
    type: 'kiosk.changed',
    kioskState: aKioskState({ mode: 'information-only', trouble: 'not-enrolled' }),
  });
  send(...TO_COMPLAINT);
  expect(visit()).toEqual({ visiting: 'home' });
  send({ type: 'flow.chosen', flow: 'look-up' });
  expect(visit()).toEqual({ visiting: 'flow' });
});

test('the screen is said to be clean only when the engine has said so', async () => {
  const { send, visit, settle } = await opened();
  send(...TO_THANKS);
  await settle();
  expect(visit()).toEqual({ visiting: { thankYou: 'erased' } });

  const refusing = await opened();
  refusing.bridge.script({ 'visit.end': () => failed({ code: 'bridge.no-answer' }) });
  refusing.send(...TO_THANKS);
  await refusing.settle();
  expect(refusing.visit()).toEqual({ visiting: { thankYou: 'notErased' } });
});

test('a call that does not reach the staff says so', async () => {
  const bridge = fakeBridge({ 'staff.call': () => failed({ code: 'bridge.no-answer' }) });
  const { actor, send, settle } = await opened(bridge);
  send({ type: 'staff.pressed', from: 'lobby.attract' });
  expect(actor.getSnapshot().value.staff).toBe('calling');
  await settle();
  expect(actor.getSnapshot().value.staff).toBe('notCalled');
});

test('the emergency numbers print in her language, and a dead printer is told', async () => {
  const print = vi.fn(() => failed({ code: 'printer.unreachable' }));
  const { actor, send, settle } = await opened(fakeBridge({ 'emergency.print': print }));
  send(...TO_HOME, { type: 'emergency.pressed' }, { type: 'print.pressed' });
  await settle();
  expect(print).toHaveBeenCalledWith({ requestId: NEW_ID, language: 'en' });
  expect(actor.getSnapshot().value.emergency).toEqual({ open: 'notPrinted' });
  send({ type: 'print.pressed' });
  expect(actor.getSnapshot().value.emergency).toEqual({ open: 'printing' });
});

test('an emergency page that nobody reads closes itself', async () => {
  const { actor, clock, send } = await opened();
  send({ type: 'emergency.pressed' });
  clock.increment(120_000);
  expect(actor.getSnapshot().value.emergency).toBe('closed');
});

test('new content waits until the visitor has gone, so that no fact changes under her hands', async () => {
  const { actor, send, settle, bridge, visit } = await opened();
  const newer = exampleContent({ packVersion: 2 });
  const packVersion = () => actor.getSnapshot().context.content?.packVersion;
  send(...TO_COMPLAINT);
  bridge.tell('content.changed', newer);
  expect(packVersion()).toBe(1);
  send({ type: 'quickExit.pressed' });
  await settle();
  expect(visit()).toBe('attract');
  expect(packVersion()).toBe(2);
});

test('new content is there at once when nobody is', async () => {
  const { actor, bridge } = await opened();
  bridge.tell('content.changed', exampleContent({ packVersion: 3 }));
  expect(actor.getSnapshot().context.content?.packVersion).toBe(3);
});

test('one flow sends on to another and nothing of the first stays', async () => {
  const { actor, send, visit } = await opened();
  send(...TO_HOME, { type: 'flow.chosen', flow: 'registration' }, { type: 'flow.chosen', flow: 'vacancies' });
  expect(visit()).toEqual({ visiting: 'flow' });
  expect(actor.getSnapshot().context.flow).toBe('vacancies');
});

test('a kiosk that cannot record still shows vacancies, and begins no registration', async () => {
  const { actor, send, visit, bridge } = await opened();
  send(...TO_HOME);
  bridge.tell('kiosk.changed', aKioskState({ mode: 'information-only', trouble: 'not-enrolled' }));
  send({ type: 'flow.chosen', flow: 'registration' });
  expect(visit()).toEqual({ visiting: 'home' });
  send({ type: 'flow.chosen', flow: 'vacancies' });
  expect(visit()).toEqual({ visiting: 'flow' });
  send({ type: 'flow.chosen', flow: 'complaint' });
  expect(actor.getSnapshot().context.flow).toBe('vacancies');
});

describe('how the visitor wants the screen', () => {
  const LARGE: LobbyEvent = { type: 'comfort.changed', changes: { textSize: '200' } };

  test('the panel opens over any screen and leaves the visit where it is', async () => {
    const { actor, send, visit } = await opened();
    send(...TO_COMPLAINT, { type: 'comfort.pressed' });
    expect(actor.getSnapshot().matches({ comfort: 'open' })).toBe(true);
    send(LARGE, { type: 'comfort.changed', changes: { theme: 'contrast' } }, { type: 'comfort.closed' });
    expect(actor.getSnapshot().matches({ comfort: 'closed' })).toBe(true);
    expect(actor.getSnapshot().context.comfort).toMatchObject({ textSize: '200', theme: 'contrast' });
    expect(visit()).toEqual({ visiting: 'flow' });
  });

  test('who sets it on the attract screen has begun a visit, which ends and takes it along', async () => {
    const { actor, send, visit, settle } = await opened();
    send({ type: 'comfort.pressed' }, LARGE);
    expect(visit()).toEqual({ visiting: 'language' });
    send({ type: 'quickExit.pressed' });
    await settle();
    await settle();
    expect(visit()).toBe('attract');
    expect(actor.getSnapshot().matches({ comfort: 'closed' })).toBe(true);
    expect(actor.getSnapshot().context.comfort).toEqual(USUAL_COMFORT);
  });

  test.each([true, false])('on a closed kiosk it goes after a while, panel closed: %s', async (isClosed) => {
    const { actor, send, clock } = await opened();
    send({ type: 'kiosk.changed', kioskState: aKioskState({ mode: 'out-of-service', trouble: 'database' }) });
    send({ type: 'comfort.pressed' }, LARGE);
    if (isClosed) send({ type: 'comfort.closed' });
    clock.increment(120_000);
    expect(actor.getSnapshot().matches({ comfort: 'closed' })).toBe(true);
    expect(actor.getSnapshot().context.comfort).toEqual(USUAL_COMFORT);
  });

  test('during a visit it stays however long she reads', async () => {
    const { actor, send, clock } = await opened();
    send(...TO_HOME, { type: 'comfort.pressed' }, LARGE);
    clock.increment(60_000);
    send({ type: 'activity.seen' });
    clock.increment(60_000);
    expect(actor.getSnapshot().context.comfort.textSize).toBe('200');
  });

  test('slips are in Indonesian for who chose Javanese labels', async () => {
    const { bridge, send } = await opened();
    send({ type: 'screen.touched' }, { type: 'language.chosen', language: 'jv' });
    send({ type: 'emergency.pressed' }, { type: 'print.pressed' });
    const printed = bridge.asked.find(({ name }) => name === 'emergency.print');
    expect(printed?.input).toMatchObject({ language: 'id' });
  });
});

test('an open form makes the kiosk ask as soon as in a complaint, and no longer once it is gone', async () => {
  const { send, clock, idleState } = await opened();
  send(...TO_HOME, { type: 'flow.chosen', flow: 'services' }, { type: 'form.shown' });
  clock.increment(LEAST_QUIET_MS);
  expect(idleState()).toEqual({ asking: 'counting' });
  send({ type: 'stay.pressed' }, { type: 'form.gone' });
  clock.increment(LEAST_QUIET_MS);
  expect(idleState()).toBe('watching');
});

describe('the staff door', () => {
  const doors: [string, LobbyEvent[]][] = [
    ['attract', []],
    ['language', TO_LANGUAGE],
    ['home', TO_HOME],
  ];
  test.each(doors)('opens from %s behind a wipe', async (_name, path) => {
    const { actor, bridge, send, visit, settle, calls } = await opened();
    send(...path, { type: 'comfort.changed', changes: { textSize: '200' } });
    const wiped = calls('visit.end');
    send({ type: 'staffDoor.pressed' });
    expect(visit()).toEqual({ wiping: 'asking' });
    await settle();
    expect(visit()).toBe('desk');
    expect(calls('visit.end')).toBe(wiped + 1);
    expect(actor.getSnapshot().context).toMatchObject({ comfort: USUAL_COMFORT, isForStaff: false });
    expect(bridge.asked.at(-1)?.name).toBe('visit.end');
  });

  test('opens from a closed kiosk too: there it is needed most', async () => {
    const bridge = fakeBridge();
    const { send, visit, settle } = await opened(bridge);
    send({ type: 'kiosk.changed', kioskState: aKioskState({ mode: 'out-of-service', trouble: 'database' }) });
    expect(visit()).toBe('outOfService');
    send({ type: 'staffDoor.pressed' });
    await settle();
    expect(visit()).toBe('desk');
  });

  test('is not there inside a flow', async () => {
    const { send, visit } = await opened();
    send(...TO_COMPLAINT, { type: 'staffDoor.pressed' });
    expect(visit()).toEqual({ visiting: 'flow' });
  });

  test('leads nowhere when the screen cannot be wiped, and the next visitor finds no desk', async () => {
    const bridge = fakeBridge();
    const { clock, send, visit, settle } = await opened(bridge);
    bridge.script({ 'visit.end': () => failed({ code: 'visit.not-erased' }) });
    send({ type: 'staffDoor.pressed' });
    for (let attempt = 0; attempt < 3; attempt++) {
      await settle();
      clock.increment(500);
    }
    expect(visit()).toBe('noEngine');
    bridge.script({ 'visit.end': () => ({ ok: true, value: {} }) });
    clock.increment(3_000);
    await settle();
    await settle();
    expect(visit()).toBe('attract');
  });

  test('no idle question of the lobby interferes, what was set stays, and leaving wipes', async () => {
    const { actor, clock, send, visit, settle, calls, idleState } = await opened();
    send({ type: 'staffDoor.pressed' });
    await settle();
    send(
      { type: 'language.chosen', language: 'en' },
      { type: 'comfort.changed', changes: { textSize: '160' } },
    );
    clock.increment(10 * QUIET_MS);
    expect(visit()).toBe('desk');
    expect(idleState()).toBeUndefined();
    expect(actor.getSnapshot().context).toMatchObject({ language: 'en', comfort: { textSize: '160' } });
    const wiped = calls('visit.end');
    send({ type: 'desk.left', errand: null });
    await settle();
    expect(visit()).toBe('attract');
    expect(calls('visit.end')).toBe(wiped + 1);
    expect(actor.getSnapshot().context).toMatchObject({ language: 'id', comfort: USUAL_COMFORT });
  });
});

describe('a clerk who left the desk for a visitor', () => {
  const ERRAND = { flow: 'complaint', language: 'en' } as const;

  async function atTheDesk(script: Parameters<FakeBridge['script']>[0] = {}) {
    const bridge = fakeBridge();
    const all = await opened(bridge);
    all.send({ type: 'staffDoor.pressed' });
    await all.settle();
    bridge.script(script);
    const leaves = () => all.send({ type: 'desk.left', errand: ERRAND });
    return { ...all, leaves };
  }

  test('finds the task begun in its language behind the wipe, as a visit of its own', async () => {
    const { actor, clock, send, visit, settle, calls, idleState, leaves } = await atTheDesk();
    const { visit: before } = actor.getSnapshot().context;
    const wiped = calls('visit.end');
    leaves();
    expect(visit()).toEqual({ wiping: 'asking' });
    expect(actor.getSnapshot().context).toMatchObject({ flow: null, language: 'id' });
    await settle();
    expect(visit()).toEqual({ visiting: 'flow' });
    expect(actor.getSnapshot().context).toMatchObject({ ...ERRAND, errand: null, visit: before + 1 });
    // A private task: the question comes sooner than elsewhere.
    clock.increment(Math.max(LEAST_QUIET_MS, QUIET_MS / 2));
    expect(idleState()).toEqual({ asking: 'counting' });
    send({ type: 'quickExit.pressed' });
    await settle();
    expect(visit()).toBe('attract');
    expect(calls('visit.end')).toBe(wiped + 2);
    expect(actor.getSnapshot().context).toMatchObject({ flow: null, language: 'id', errand: null });
  });

  test('and who goes back from there finds the home screen in that language', async () => {
    const { actor, send, visit, settle, leaves } = await atTheDesk();
    leaves();
    await settle();
    send({ type: 'flow.left' });
    expect(visit()).toEqual({ visiting: 'home' });
    expect(actor.getSnapshot().context).toMatchObject({ flow: null, language: 'en' });
  });

  test('begins also when the visitor touched the screen during the wipe', async () => {
    const { send, visit, settle, leaves } = await atTheDesk();
    leaves();
    send({ type: 'screen.touched' });
    await settle();
    expect(visit()).toEqual({ visiting: 'flow' });
  });

  test('begins nothing on a screen that is not wiped, also not later', async () => {
    const { actor, bridge, clock, visit, settle, leaves } = await atTheDesk({
      'visit.end': () => failed({ code: 'visit.not-erased' }),
    });
    leaves();
    for (let attempt = 0; attempt < 3; attempt++) {
      await settle();
      clock.increment(500);
    }
    expect(visit()).toBe('noEngine');
    bridge.script({ 'visit.end': () => succeeded({}) });
    clock.increment(3_000);
    await settle();
    await settle();
    expect(visit()).toBe('attract');
    expect(actor.getSnapshot().context.errand).toBeNull();
  });

  test.each([
    ['closed', { mode: 'out-of-service' as const }, [], 'outOfService'],
    ['unable to record', { mode: 'information-only' as const }, [], 'attract'],
    [
      'unable to record',
      { mode: 'information-only' as const },
      [{ type: 'screen.touched' as const }],
      { visiting: 'language' },
    ],
  ])('begins nothing on a kiosk that became %s meanwhile', async (_, changes, events, place) => {
    const { actor, send, visit, settle, leaves } = await atTheDesk();
    leaves();
    send({ type: 'kiosk.changed', kioskState: aKioskState(changes) }, ...events);
    await settle();
    expect(visit()).toEqual(place);
    expect(actor.getSnapshot().context).toMatchObject({ flow: null, language: 'id', errand: null });
  });

  test('who goes through the staff door during the wipe stands at the desk, and the task is forgotten', async () => {
    const { actor, send, visit, settle, leaves } = await atTheDesk();
    leaves();
    send({ type: 'staffDoor.pressed' });
    await settle();
    expect(visit()).toBe('desk');
    expect(actor.getSnapshot().context.errand).toBeNull();
  });
});
