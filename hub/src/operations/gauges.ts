import { windowFor } from '../admission/slots.ts';
import { isDatabaseAway } from '../database/database-trouble.ts';
import type { HubContext } from '../http/hub-context.ts';
import { countKiosks } from '../repositories/kiosk-health.ts';
import { countStoppedReleases } from '../repositories/releases.ts';
import { countWithdrawals } from '../repositories/submissions.ts';

const HEARD_WITHIN_MS = 10 * 60_000;

/**
 * What is true at this moment. The process speaks for itself also while its database is away: then `hub_database_up` is 0
 * and the fleet's numbers are left out.
 */
export async function readGauges(hub: HubContext): Promise<Record<string, number>> {
  const gate = hub.gate.state();
  const { house, loopMs, databaseMs } = hub.load.measures();
  const fleet = hub.load.fleet();
  const own = {
    hub_requests_in_house: gate.inHouse,
    hub_requests_working: gate.working,
    hub_requests_waiting: gate.waiting,
    hub_places_given_to_turned_away: gate.places,
    hub_house_peak_share: house,
    hub_pressure: fleet.pressure,
    hub_processes: fleet.processes,
    hub_slot_window_seconds: windowFor(fleet, hub.roundsPerSecond) / 1000,
    hub_event_loop_delay_p99_seconds: loopMs / 1000,
    hub_database_answer_seconds: databaseMs / 1000,
    hub_database_connections: hub.pool.totalCount,
    hub_database_connections_idle: hub.pool.idleCount,
    hub_database_waiting: hub.pool.waitingCount,
    process_resident_memory_bytes: process.memoryUsage.rss(),
    process_cpu_seconds: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  };
  try {
    return { ...own, hub_database_up: 1, ...(await readFleet(hub)) };
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return { ...own, hub_database_up: 0 };
  }
}

async function readFleet(hub: HubContext): Promise<Record<string, number>> {
  const kiosks = await countKiosks(hub.pool, new Date(hub.now() - HEARD_WITHIN_MS));
  const oldestAgeMs = kiosks.oldestWaitingAt === null ? 0 : Math.max(0, hub.now() - kiosks.oldestWaitingAt);
  return {
    hub_kiosks_enrolled: kiosks.enrolled,
    hub_kiosks_heard_recently: kiosks.heard,
    hub_kiosks_with_waiting_records: kiosks.kiosksWithWaiting,
    hub_records_waiting_at_kiosks: kiosks.waiting,
    hub_records_set_aside_at_kiosks: kiosks.setAside,
    hub_oldest_waiting_record_seconds: oldestAgeMs / 1000,
    hub_releases_stopped_because_they_failed: await countStoppedReleases(hub.pool),
    hub_consent_withdrawals: await countWithdrawals(hub.pool),
  };
}
