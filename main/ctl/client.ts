import { connect } from 'node:net';
import type { DeskCallName, DeskInput, DeskOutput } from '../../shared/contract/desk.ts';
import { failed, type Result } from '../../shared/lib/result.ts';
import { codeOf } from '../db/trouble.ts';
import { CtlAnswer, lineCutter } from './protocol.ts';

export interface CtlClient {
  call<K extends DeskCallName>(name: K, input: DeskInput<K>): Promise<Result<DeskOutput<K>>>;
  close(): void;
}

/** An answer of the desk may be long: a page of the queue is some ten kilobytes. */
const LONGEST_ANSWER_BYTES = 4 * 1024 * 1024;

/** `ctl.not-running`: nobody listens. `ctl.no-right`: the operating system says no. */
export type CtlConnectProblem = 'ctl.not-running' | 'ctl.no-right';

export function connectCtl(address: string): Promise<Result<CtlClient, CtlConnectProblem>> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const waiting = new Map<number, (answer: CtlAnswer['result']) => void>();
    let nextId = 0;
    const giveUp = (code: string) => {
      for (const answer of waiting.values()) answer(failed({ code }));
      waiting.clear();
    };
    socket.on('error', (error) => {
      const code = codeOf(error);
      const isRefused = code === 'EACCES' || code === 'EPERM';
      resolve(failed({ code: isRefused ? 'ctl.no-right' : 'ctl.not-running', detail: code ?? 'unknown' }));
    });
    socket.on('close', () => giveUp('ctl.cut'));
    socket.on(
      'data',
      lineCutter(
        (line) => {
          const answer = CtlAnswer.safeParse(JSON.parse(line));
          if (!answer.success) return;
          waiting.get(answer.data.id)?.(answer.data.result);
          waiting.delete(answer.data.id);
        },
        () => socket.destroy(),
        LONGEST_ANSWER_BYTES,
      ),
    );
    socket.on('connect', () =>
      resolve({
        ok: true,
        value: {
          call<K extends DeskCallName>(name: K, input: DeskInput<K>) {
            const id = nextId++;
            return new Promise<Result<DeskOutput<K>>>((answered) => {
              if (socket.destroyed) {
                answered(failed({ code: 'ctl.cut' }));
                return;
              }
              // The kiosk parsed what it sends with the same contract.
              waiting.set(id, (result) => answered(result as Result<DeskOutput<K>>));
              socket.write(`${JSON.stringify({ id, call: name, input })}\n`);
            });
          },
          close: () => socket.end(),
        },
      }),
    );
  });
}
