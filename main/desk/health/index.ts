import type { DeskOutput, HealthLine, Level } from '../../../shared/contract/desk.ts';
import { contentLine, staffLine } from './house.ts';
import { clockLine, credentialLine, hubLine, linkLine } from './link.ts';
import { appLine, databaseLine, diskLine, printerLine } from './machine.ts';
import { queueLine, setAsideLine } from './queue.ts';
import type { HealthSources } from './sources.ts';

/** One line an area, in the order in which a technician would ask. */
const LINES: readonly ((sources: HealthSources) => HealthLine)[] = [
  printerLine,
  linkLine,
  hubLine,
  credentialLine,
  queueLine,
  setAsideLine,
  diskLine,
  databaseLine,
  clockLine,
  contentLine,
  staffLine,
  appLine,
];

const RANK: Record<Level, number> = { red: 0, amber: 1, green: 2 };

/** Green, amber or red, with the next thing to do. The worst line first, equals in their usual order. */
export function healthOf(sources: HealthSources): DeskOutput<'desk.health'> {
  const lines = LINES.map((make) => make(sources)).sort((a, b) => RANK[a.level] - RANK[b.level]);
  return { level: lines[0]?.level ?? 'green', lines, askedAt: sources.now };
}
