import { fromCallback, fromPromise } from 'xstate';
import type { CallOutput } from '../../shared/contract/ipc.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { type Beginning, type LobbyEvent, lobbyMachine } from './lobby.machine.ts';

/** The lobby's machine with its effects tied to the main process. `newId` gives a UUID. */
export function provideLobby(bridge: Bridge, newId: () => string) {
  return lobbyMachine.provide({
    actors: {
      begin: fromPromise<Beginning>(async () => {
        const [content, kioskState] = await Promise.all([
          bridge.call('content.read', {}),
          bridge.call('kiosk.read', {}),
        ]);
        return { content, kioskState };
      }),
      endVisit: fromPromise<Result<unknown>>(() => bridge.call('visit.end', {})),
      callStaff: fromPromise<Result<CallOutput<'staff.call'>>, { from: string }>(({ input }) =>
        bridge.call('staff.call', { requestId: newId(), from: input.from }),
      ),
      printEmergency: fromPromise<Result<CallOutput<'emergency.print'>>, { language: Language }>(
        ({ input }) => bridge.call('emergency.print', { requestId: newId(), language: input.language }),
      ),
      followKiosk: fromCallback<LobbyEvent>(({ sendBack }) => {
        const stops = [
          bridge.on('kiosk.changed', (kioskState) => sendBack({ type: 'kiosk.changed', kioskState })),
          bridge.on('content.changed', (content) => sendBack({ type: 'content.changed', content })),
        ];
        return () => {
          for (const stop of stops) stop();
        };
      }),
    },
  });
}
