import { assign, fromPromise, setup } from 'xstate';
import type { LiveCamera } from './camera-tools.ts';

export interface PhotoContext {
  /** She wants both hands free: three seconds between the press and the photo. */
  hasDelay: boolean;
  secondsLeft: number;
  camera: LiveCamera | null;
  photo: Uint8Array<ArrayBuffer> | null;
  hasFailed: boolean;
}

export type PhotoEvent =
  | { type: 'delay.toggled' }
  | { type: 'shutter.pressed'; camera: LiveCamera }
  | { type: 'stop.pressed' }
  | { type: 'retake.pressed' }
  /** The camera went off while it was counted. */
  | { type: 'camera.gone' };

export const COUNTED_SECONDS = 3;

/** Aim, count if she wants, take, look at it: use it or begin again. */
export const photoMachine = setup({
  types: { context: {} as PhotoContext, events: {} as PhotoEvent },
  actors: {
    takePhoto: fromPromise<Uint8Array<ArrayBuffer>, { camera: LiveCamera | null }>(async ({ input }) => {
      if (!input.camera) throw new Error('there is no camera');
      return input.camera.takePhoto();
    }),
  },
  delays: { second: 1_000, patience: 8_000 },
}).createMachine({
  id: 'photo',
  context: { hasDelay: false, secondsLeft: 0, camera: null, photo: null, hasFailed: false },
  initial: 'aiming',
  states: {
    aiming: {
      on: {
        'delay.toggled': { actions: assign({ hasDelay: ({ context }) => !context.hasDelay }) },
        'shutter.pressed': [
          {
            guard: ({ context }) => context.hasDelay,
            target: 'counting',
            actions: assign({
              camera: ({ event }) => event.camera,
              secondsLeft: COUNTED_SECONDS,
              hasFailed: false,
            }),
          },
          {
            target: 'taking',
            actions: assign({ camera: ({ event }) => event.camera, hasFailed: false }),
          },
        ],
      },
    },
    counting: {
      after: {
        second: [
          {
            guard: ({ context }) => context.secondsLeft > 1,
            target: 'counting',
            reenter: true,
            actions: assign({ secondsLeft: ({ context }) => context.secondsLeft - 1 }),
          },
          { target: 'taking' },
        ],
      },
      on: { 'stop.pressed': 'aiming', 'camera.gone': 'aiming' },
    },
    taking: {
      tags: 'busy',
      invoke: {
        src: 'takePhoto',
        input: ({ context }) => ({ camera: context.camera }),
        onDone: { target: 'reviewing', actions: assign({ photo: ({ event }) => event.output }) },
        onError: { target: 'aiming', actions: assign({ hasFailed: true }) },
      },
      after: { patience: { target: 'aiming', actions: assign({ hasFailed: true }) } },
      exit: assign({ camera: null }),
    },
    reviewing: {
      on: { 'retake.pressed': { target: 'aiming', actions: assign({ photo: null }) } },
    },
  },
});
