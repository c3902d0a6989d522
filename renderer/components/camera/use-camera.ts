import { useMachine } from '@xstate/react';
import { use } from 'react';
import { cameraMachine } from './camera.machine.ts';
import { CameraContext, type CameraTrouble, type LiveCamera } from './camera-tools.ts';

export interface CameraView {
  state: 'opening' | 'live' | 'dark' | 'trouble' | 'resting';
  /** Present while it is on. */
  camera: LiveCamera | null;
  trouble: CameraTrouble | null;
  /** Turns it on again. */
  wake(): void;
  /** Turns it off until it is woken. */
  rest(): void;
}

/** The camera for as long as this component is on the screen. It is off again when the component is gone. */
export function useCamera(): CameraView {
  const tools = use(CameraContext);
  const [snapshot, send] = useMachine(cameraMachine, { input: { tools } });
  const state = snapshot.matches('trouble')
    ? 'trouble'
    : snapshot.matches('resting')
      ? 'resting'
      : snapshot.matches({ on: { live: 'dark' } })
        ? 'dark'
        : snapshot.matches({ on: 'live' })
          ? 'live'
          : 'opening';
  return {
    state,
    camera: snapshot.context.opened?.camera ?? null,
    trouble: snapshot.context.trouble,
    wake: () => send({ type: 'wake.pressed' }),
    rest: () => send({ type: 'rest' }),
  };
}
