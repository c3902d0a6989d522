import type { ProbeAnswer } from '../../shared/contract/hub-api.ts';
import type { KioskState } from '../../shared/contract/kiosk-state.ts';
import { unreachable } from '../../shared/lib/unreachable.ts';
import type { HubClient } from './hub-client.ts';
import type { HubTrouble } from './hub-verdict.ts';

export type LinkState = KioskState['link']['state'];

export type LinkSeen =
  | { state: 'online'; answer: ProbeAnswer }
  | { state: Exclude<LinkState, 'online' | 'unknown'>; trouble: HubTrouble };

/** Asks the hub itself: an operating system that says "connected" knows the cable, not the way to the hub. */
export async function probeLink(hub: HubClient, signal?: AbortSignal): Promise<LinkSeen> {
  const answer = await hub.probe(signal);
  if (answer.ok) return { state: 'online', answer: answer.value };
  return { state: linkStateOf(answer.problem), trouble: answer.problem };
}

/** What a failed call says about the link. */
export function linkStateOf(trouble: HubTrouble): Exclude<LinkState, 'online' | 'unknown'> {
  switch (trouble.code) {
    case 'link.offline':
    case 'link.timed-out':
    case 'link.cut':
      return 'offline';
    case 'link.gateway':
      return 'gateway';
    case 'hub.trouble':
    case 'hub.busy':
    case 'hub.not-admitted':
    case 'hub.revoked':
    case 'hub.bad-request':
    case 'hub.too-large':
    case 'hub.encoding':
      return 'hub-trouble';
    default:
      return unreachable(trouble.code);
  }
}
