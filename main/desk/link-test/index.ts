import { isIP } from 'node:net';
import type { DeskOutput, LinkLayer } from '../../../shared/contract/desk.ts';
import type { ProbeAnswer } from '../../../shared/contract/hub-api.ts';
import type { Clock } from '../../../shared/lib/clock.ts';
import { codeOf } from '../../db/trouble.ts';
import type { HubClient } from '../../sync/hub-client.ts';
import type { HubAnswer } from '../../sync/hub-verdict.ts';
import { type Found, LAYERS, type LayerName, layerOf } from './layers.ts';
import type { Network } from './network.ts';

export interface LinkTestDeps {
  hubUrl: string | null;
  network: Network;
  clock: Clock;
  isEnrolled: () => boolean;
  /** A line of its own, closed afterwards, so that the test never waits behind a round. */
  openHub: () => Pick<HubClient, 'probe' | 'ticketStatuses' | 'close'>;
}

const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** The hub heard the call and does not admit this kiosk, whatever the reason. */
const REFUSALS: ReadonlySet<string> = new Set(['hub.not-admitted', 'hub.revoked']);

/** Tries the way to the hub layer by layer, from below; what stands on a broken layer is not tried. */
export async function testLink(deps: LinkTestDeps): Promise<DeskOutput<'desk.test-link'>> {
  const { hubUrl, clock } = deps;
  const layers: LinkLayer[] = [];
  if (hubUrl !== null) {
    for (const { layer, look } of walkOf(new URL(hubUrl), deps)) {
      const from = clock.monotonic();
      const found = await look();
      const result = layerOf(layer, found, Math.round(clock.monotonic() - from));
      layers.push(result.state === 'skipped' ? { ...result, tookMs: null } : result);
      if (result.state === 'bad') break;
    }
  }
  const tried = new Set(layers.map((one) => one.layer));
  for (const layer of LAYERS) {
    if (!tried.has(layer)) layers.push(layerOf(layer, { code: 'skipped', detail: null }, null));
  }
  return { layers, hubUrl };
}

function walkOf(url: URL, deps: LinkTestDeps): { layer: LayerName; look: () => Promise<Found> }[] {
  const { network, clock } = deps;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const isHere = host === 'localhost' || host === '::1' || host.startsWith('127.');
  let probed: HubAnswer<ProbeAnswer> | null = null;

  async function cable(): Promise<Found> {
    if (isHere) return { code: 'cable.here', detail: host };
    const found = network.interfaces();
    const up = found.filter((one) => one.hasCarrier ?? one.addresses.length > 0);
    return up.length > 0
      ? { code: 'cable.in', detail: up.map((one) => one.name).join(', ') }
      : { code: 'cable.out', detail: found.map((one) => one.name).join(', ') || null };
  }

  async function address(): Promise<Found> {
    if (isHere) return { code: 'address.has', detail: host };
    const usable = network.interfaces().flatMap((one) => one.addresses.filter(isUsable));
    return usable.length > 0
      ? { code: 'address.has', detail: usable.slice(0, 3).join(', ') }
      : { code: 'address.none', detail: null };
  }

  async function name(): Promise<Found> {
    if (isIP(host)) return { code: 'name.number', detail: host };
    try {
      return { code: 'name.found', detail: (await network.resolve(host)).slice(0, 3).join(', ') };
    } catch (error) {
      const code = codeOf(error) ?? 'unknown';
      return { code: code === 'ENOTFOUND' ? 'name.unknown' : 'name.silent', detail: `${code} ${host}` };
    }
  }

  async function connection(): Promise<Found> {
    try {
      await network.connect(host, port);
      return { code: 'connection.open', detail: `${host}:${port}` };
    } catch (error) {
      const code = codeOf(error) ?? 'unknown';
      const refused = code === 'ECONNREFUSED' || code === 'ECONNRESET';
      return {
        code: refused ? 'connection.refused' : 'connection.silent',
        detail: `${code} ${host}:${port}`,
      };
    }
  }

  async function tls(): Promise<Found> {
    if (url.protocol !== 'https:') return { code: 'tls.none', detail: null };
    try {
      await network.secure(host, port);
      return { code: 'tls.trusted', detail: null };
    } catch (error) {
      const code = codeOf(error) ?? 'unknown';
      const isTime = code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID';
      return { code: isTime ? 'tls.time' : 'tls.untrusted', detail: code };
    }
  }

  async function withHub<T>(act: (hub: ReturnType<LinkTestDeps['openHub']>) => Promise<T>): Promise<T> {
    const hub = deps.openHub();
    try {
      return await act(hub);
    } finally {
      await hub.close();
    }
  }

  async function gatewayPage(): Promise<Found> {
    probed = await withHub((hub) => hub.probe());
    const isPage = !probed.ok && probed.problem.code === 'link.gateway';
    return isPage
      ? { code: 'gateway.page', detail: detailOf(probed) }
      : { code: 'gateway.none', detail: null };
  }

  async function hubAnswers(): Promise<Found> {
    return probed?.ok
      ? { code: 'hub.answers', detail: null }
      : { code: 'hub.trouble', detail: probed === null ? null : detailOf(probed) };
  }

  /** The cheapest signed question: it changes nothing at the hub. */
  async function credential(): Promise<Found> {
    if (!deps.isEnrolled()) return { code: 'credential.none', detail: null };
    const answer = await withHub((hub) => hub.ticketStatuses({ cursor: 0, limit: 1 }));
    if (answer.ok) return { code: 'credential.good', detail: null };
    const isRefused = REFUSALS.has(answer.problem.code);
    return { code: isRefused ? 'credential.refused' : 'credential.unsure', detail: detailOf(answer) };
  }

  async function clockAgrees(): Promise<Found> {
    const difference = probed?.ok ? clock.now() - probed.value.hubTime : 0;
    const detail = `${Math.round(difference / 1000)} s`;
    return { code: Math.abs(difference) > CLOCK_TOLERANCE_MS ? 'clock.wrong' : 'clock.right', detail };
  }

  return [
    { layer: 'cable', look: cable },
    { layer: 'address', look: address },
    { layer: 'name', look: name },
    { layer: 'connection', look: connection },
    { layer: 'tls', look: tls },
    { layer: 'gateway-page', look: gatewayPage },
    { layer: 'hub', look: hubAnswers },
    { layer: 'credential', look: credential },
    { layer: 'clock', look: clockAgrees },
  ];
}

/** An address that a machine gives itself when nobody gives it one leads nowhere. */
function isUsable(address: string): boolean {
  return !address.startsWith('169.254.') && !/^fe80:/i.test(address);
}

function detailOf(answer: HubAnswer<unknown>): string | null {
  return answer.ok ? null : `${answer.problem.code} ${answer.problem.detail ?? ''}`.trim();
}
