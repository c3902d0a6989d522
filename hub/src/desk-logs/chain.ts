import { createHash } from 'node:crypto';
import { type LogLine, textOfLine } from '../../../shared/contract/desk-log.ts';

/** What can be wrong with the audit log of a kiosk. `sequence`: the line at which it shows. */
export interface ChainFault {
  fault: /** The line does not hold what its own hash was made of. */
    | 'changed'
    /** It does not follow the line before it. */
    | 'broken'
    /** Lines in front of it never came; of the end: up to and with this one. */
    | 'missing'
    /** There are two lines of this number: the kiosk's database was put back, or somebody wrote the chain anew. */
    | 'fork'
    /** The kiosk has fewer lines than it has sent. */
    | 'went-back'
    /** The file beside the kiosk's database that says where the chain ends is gone. */
    | 'no-head';
  sequence: number;
}

const NO_LINE = '0'.repeat(64);

/** SHA-256 over everything that stands in the line, its hash with it: what tells twins from forks. */
export function contentOfLine(line: LogLine): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([textOfLine(line), line.hash]))
    .digest();
}

/**
 * Walks lines in the order of their numbers, several of one number side by side. An empty chain is whole. Of a piece of a chain only
 * what it says about lines whose forerunners were given too is true.
 */
export function faultsInChain(lines: readonly LogLine[]): ChainFault[] {
  const faults: ChainFault[] = [];
  let before = { sequence: 0, hashes: [NO_LINE] };
  for (const siblings of bySequence(lines)) {
    const sequence = siblings[0]?.sequence ?? 0;
    const follows = before.sequence === sequence - 1;
    if (!follows) faults.push({ fault: 'missing', sequence });
    if (siblings.length > 1) faults.push({ fault: 'fork', sequence });
    if (siblings.some((line) => hashOf(line) !== line.hash)) faults.push({ fault: 'changed', sequence });
    if (follows && siblings.some(({ previous }) => !before.hashes.includes(previous))) {
      faults.push({ fault: 'broken', sequence });
    }
    before = { sequence, hashes: siblings.map(({ hash }) => hash) };
  }
  return faults;
}

function hashOf(line: LogLine): string {
  return createHash('sha256').update(textOfLine(line)).digest('hex');
}

function bySequence(lines: readonly LogLine[]): LogLine[][] {
  const groups = new Map<number, LogLine[]>();
  for (const line of lines) groups.set(line.sequence, [...(groups.get(line.sequence) ?? []), line]);
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, siblings]) => siblings);
}
