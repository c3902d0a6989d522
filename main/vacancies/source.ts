import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';
import { Vacancy, VacancySnapshot } from '../../shared/domain/vacancy.ts';

export const VACANCY_FILE = 'vacancies.jsonl';

/** First line of the file. `count` tells a file that was cut off from one that is whole. */
export const VacancyFileHead = VacancySnapshot.extend({
  format: z.literal(1),
  count: z.number().int().nonnegative().max(1_000_000),
});
export type VacancyFileHead = z.infer<typeof VacancyFileHead>;

/** So small that parsing a piece never holds up the screens. */
const PIECE_BYTES = 16 * 1024;
const LONGEST_LINE = 16 * 1024;

/** The file is not what it should be; `message` says how, without a word of its content. */
export class BrokenVacancyFile extends Error {}

/** SHA-256 of the file, hex. Throws what reading a file throws. */
export async function hashOfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { signal })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

export interface VacancyReader {
  onHead(head: VacancyFileHead): void;
  onVacancy(vacancy: Vacancy): void;
}

/**
 * Reads a file of vacancies: a head, then one vacancy on each line, so that it never lies in the memory as a whole. A
 * vacancy that does not parse is left out and counted; a file that is cut off or no JSON throws BrokenVacancyFile.
 * Between two pieces the event loop goes on. Gives how many were left out.
 */
export async function readVacancyFile(
  path: string,
  reader: VacancyReader,
  signal?: AbortSignal,
): Promise<number> {
  let head: VacancyFileHead | null = null;
  let lines = 0;
  let leftOut = 0;

  function takeLine(line: string): void {
    if (line.trim() === '') return;
    const json = parseLine(line);
    if (head === null) {
      const parsed = VacancyFileHead.safeParse(json);
      if (!parsed.success) throw new BrokenVacancyFile('the head does not parse');
      head = parsed.data;
      reader.onHead(head);
      return;
    }
    lines++;
    const vacancy = Vacancy.safeParse(json);
    if (vacancy.success) reader.onVacancy(vacancy.data);
    else leftOut++;
  }

  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES, signal })) {
    const parts = (rest + decoder.write(piece as Buffer)).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new BrokenVacancyFile('a line is too long');
    for (const line of parts) takeLine(line);
  }
  takeLine(rest + decoder.end());
  const expected = (head as VacancyFileHead | null)?.count;
  if (expected === undefined) throw new BrokenVacancyFile('there is no head');
  if (lines !== expected) throw new BrokenVacancyFile(`${lines} vacancies where ${expected} should be`);
  return leftOut;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) throw new BrokenVacancyFile('a line is no JSON');
    throw error;
  }
}
