import { assign, fromCallback, setup } from 'xstate';
import type { CameraTools, CameraTrouble, LiveCamera, OpenedCamera } from './camera-tools.ts';
import { isDark } from './light.ts';

export interface CameraMachineContext {
  tools: CameraTools;
  opened: OpenedCamera | null;
  trouble: CameraTrouble | null;
}

export type CameraEvent =
  | { type: 'camera.opened'; opened: OpenedCamera }
  | { type: 'camera.failed'; trouble: CameraTrouble }
  | { type: 'camera.lost' }
  | { type: 'light.seen'; isDark: boolean }
  | { type: 'wake.pressed' }
  /** Nothing to look at for now: the light goes off. */
  | { type: 'rest' };

const LOOK_EVERY_MS = 700;

/**
 * One camera on one screen. It is on only inside `on`: leaving that state by any way, or ending the machine, turns it off, also when
 * the answer to the opening comes later than that.
 */
export const cameraMachine = setup({
  types: {
    input: {} as { tools: CameraTools },
    context: {} as CameraMachineContext,
    events: {} as CameraEvent,
  },
  actors: {
    turnOn: fromCallback<CameraEvent, { tools: CameraTools }>(({ input, sendBack }) => {
      let isOver = false;
      let live: LiveCamera | null = null;
      void input.tools.open().then(
        (answer) => {
          if (!answer.ok) {
            if (!isOver) sendBack({ type: 'camera.failed', trouble: answer.problem.code });
            return;
          }
          live = answer.value.camera;
          if (isOver) {
            live.stop();
            return;
          }
          live.onLost(() => sendBack({ type: 'camera.lost' }));
          sendBack({ type: 'camera.opened', opened: answer.value });
        },
        () => {
          if (!isOver) sendBack({ type: 'camera.failed', trouble: 'camera.busy' });
        },
      );
      return () => {
        isOver = true;
        live?.stop();
      };
    }),
    watchLight: fromCallback<CameraEvent, { camera: LiveCamera | undefined }>(({ input, sendBack }) => {
      const timer = setInterval(() => {
        const frame = input.camera?.readFrame(64);
        if (!frame) return;
        sendBack({ type: 'light.seen', isDark: isDark(frame) });
        frame.data.fill(0);
      }, LOOK_EVERY_MS);
      return () => clearInterval(timer);
    }),
  },
  delays: {
    patience: 12_000,
    /** A little before the kiosk takes it away, so that the screen says so first. */
    lease: ({ context }) => Math.max(0, (context.opened?.leaseMs ?? 0) - 1_000),
  },
}).createMachine({
  id: 'camera',
  context: ({ input }) => ({ tools: input.tools, opened: null, trouble: null }),
  initial: 'on',
  states: {
    on: {
      entry: assign({ trouble: null }),
      exit: assign({ opened: null }),
      invoke: { id: 'turnOn', src: 'turnOn', input: ({ context }) => ({ tools: context.tools }) },
      on: {
        'camera.failed': {
          target: 'trouble',
          actions: assign({ trouble: ({ event }) => event.trouble }),
        },
        'camera.lost': { target: 'trouble', actions: assign({ trouble: 'camera.lost' }) },
        rest: 'resting',
      },
      initial: 'opening',
      states: {
        opening: {
          on: {
            'camera.opened': { target: 'live', actions: assign({ opened: ({ event }) => event.opened }) },
          },
          after: {
            patience: { target: '#camera.trouble', actions: assign({ trouble: 'camera.no-answer' }) },
          },
        },
        live: {
          invoke: {
            id: 'watchLight',
            src: 'watchLight',
            input: ({ context }) => ({ camera: context.opened?.camera }),
          },
          after: { lease: '#camera.resting' },
          initial: 'seeing',
          states: {
            seeing: { on: { 'light.seen': { guard: ({ event }) => event.isDark, target: 'dark' } } },
            dark: { on: { 'light.seen': { guard: ({ event }) => !event.isDark, target: 'seeing' } } },
          },
        },
      },
    },
    trouble: { on: { 'wake.pressed': 'on' } },
    resting: { on: { 'wake.pressed': 'on' } },
  },
});
