import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ShowcaseContent } from '../../shared/contract/content/showcase.ts';
import { VacancyFileHead } from '../vacancies/source.ts';

/**
 * Takes withdrawn items out of the files of a pack, so that nothing of them stays on the disk. Ids are those of products and
 * vacancies; ids that no file holds change nothing.
 */

/** The showcase without them, and pictures that only they had. Null: none of them is in it, or it is no showcase. */
export function withoutProducts(
  text: string,
  withdrawn: ReadonlySet<string>,
): { text: string; photos: string[] } | null {
  const parsed = ShowcaseContent.safeParse(parsedOr(text));
  if (!parsed.success) return null;
  const { products, ...rest } = parsed.data;
  const kept = products.filter(({ id }) => !withdrawn.has(id));
  if (kept.length === products.length) return null;
  const still = new Set(photosOf(kept));
  return {
    text: JSON.stringify({ ...rest, products: kept }),
    photos: photosOf(products).filter((file) => !still.has(file)),
  };
}

const photosOf = (products: ShowcaseContent['products']) =>
  products.flatMap(({ photos }) => photos.map(({ file }) => file));

/** Writes the file of vacancies anew without them, line by line, its count in step. False: none of them is in it. */
export async function withoutVacancies(
  from: string,
  to: string,
  withdrawn: ReadonlySet<string>,
): Promise<boolean> {
  let gone = 0;
  await eachLine(from, (line) => {
    if (isWithdrawn(line, withdrawn)) gone += 1;
  });
  if (gone === 0) return false;
  const out = createWriteStream(to, { mode: 0o600, flush: true });
  let isFirst = true;
  await eachLine(from, async (line) => {
    if (isWithdrawn(line, withdrawn)) return;
    const kept = isFirst ? headWithout(line, gone) : line;
    isFirst = false;
    if (!out.write(`${kept}\n`)) await once(out, 'drain');
  });
  await new Promise<void>((resolve, reject) => {
    out.once('error', reject);
    out.end(resolve);
  });
  return true;
}

async function eachLine(path: string, take: (line: string) => void | Promise<void>): Promise<void> {
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.trim() !== '') await take(line);
  }
}

function isWithdrawn(line: string, withdrawn: ReadonlySet<string>): boolean {
  const json = parsedOr(line);
  return (
    typeof json === 'object' &&
    json !== null &&
    'id' in json &&
    typeof json.id === 'string' &&
    withdrawn.has(json.id)
  );
}

function headWithout(line: string, gone: number): string {
  const head = VacancyFileHead.safeParse(parsedOr(line));
  return head.success ? JSON.stringify({ ...head.data, count: head.data.count - gone }) : line;
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
