import { PROTOCOL } from '../../../shared/contract/hub-api.ts';
import type { Database } from '../database/connect.ts';
import { getEpoch } from '../repositories/hub.ts';
import type { HubContext } from './hub-context.ts';

export interface Envelope {
  protocol: typeof PROTOCOL;
  epoch: string;
  hubTime: number;
}

/** What makes an answer the hub's own. Asks the database, so an answer with it is proof that the database was there. */
export async function makeEnvelope(hub: HubContext, db: Database = hub.pool): Promise<Envelope> {
  return { protocol: PROTOCOL, epoch: await getEpoch(db), hubTime: hub.now() };
}
