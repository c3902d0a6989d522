import type { MrzReading } from '../../../shared/domain/mrz.ts';
import workerAddress from './camera.worker.ts?worker&url';
import type { CameraTools, Frame } from './camera-tools.ts';

export type FrameReader = Pick<CameraTools, 'readQr' | 'readMrz'>;

export interface Asked {
  id: number;
  kind: 'qr' | 'mrz';
  frame: Frame;
}

export interface Answered {
  id: number;
  found: unknown;
}

/** The only script addresses that our page ever makes itself. */
interface ScriptPolicy {
  createScriptURL(address: string): string;
}
interface WithPolicies {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
  };
}

/** Reads frames in a worker of our own origin. The worker begins with the first picture and stays for the next visit. */
export function workerReader(): FrameReader {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, (found: unknown) => void>();

  function begin(): Worker {
    const policy = (globalThis as WithPolicies).trustedTypes?.createPolicy('camera-worker', {
      createScriptURL: (address) => {
        if (address !== workerAddress) throw new TypeError('only the worker of the camera');
        return address;
      },
    });
    const begun = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module' });
    begun.onmessage = ({ data }: MessageEvent<Answered>) => {
      waiting.get(data.id)?.(data.found);
      waiting.delete(data.id);
    };
    begun.onerror = () => {
      for (const tell of waiting.values()) tell(null);
      waiting.clear();
    };
    return begun;
  }

  /** The picture goes over to the worker: the caller has none of it any more. */
  function ask(kind: Asked['kind'], frame: Frame): Promise<unknown> {
    worker ??= begin();
    lastId += 1;
    const asked: Asked = { id: lastId, kind, frame };
    const answer = new Promise<unknown>((resolve) => waiting.set(asked.id, resolve));
    worker.postMessage(asked, [frame.data.buffer]);
    return answer;
  }

  return {
    readQr: async (frame) => (await ask('qr', frame)) as string | null,
    readMrz: async (frame) => (await ask('mrz', frame)) as MrzReading | null,
  };
}
