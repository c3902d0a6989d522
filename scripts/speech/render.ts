import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../shared/domain/language.ts';

/** Words a minute: slower than talk, because it is heard once, in a lobby, by people in a hurry. */
const PACE = 135;
const VOICES: Record<Language, string> = { id: 'id', en: 'en' };
/** Kilobits a second; a voice needs no more. */
const BITRATE = 20;

export const VOICE = 'espeak-ng, a machine voice, until people have recorded these texts';

/** Name of the clip of a text: the same text in the same voice is rendered once for ever. */
export function clipName(language: Language, text: string): string {
  return createHash('sha256')
    .update(`${VOICES[language]}/${PACE}/${BITRATE}\n${text}`)
    .digest('hex')
    .slice(0, 16);
}

/** Renders one text to `<folder>/<clip>.opus` unless it is there already. Throws when the tools are missing or fail. */
export async function renderClip(folder: string, language: Language, text: string): Promise<string> {
  const clip = clipName(language, text);
  const file = join(folder, `${clip}.opus`);
  if (existsSync(file)) return clip;
  await mkdir(folder, { recursive: true });
  const half = `${file}.part`;
  try {
    await pipe(
      ['espeak-ng', '-v', VOICES[language], '-s', String(PACE), '--stdin', '--stdout'],
      ['opusenc', '--quiet', '--bitrate', String(BITRATE), '--speech', '-', half],
      text,
    );
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
  return clip;
}

function pipe(from: readonly string[], to: readonly string[], input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const [speak = '', ...speakArgs] = from;
    const [encode = '', ...encodeArgs] = to;
    const speaking = spawn(speak, speakArgs, { stdio: ['pipe', 'pipe', 'ignore'] });
    const encoding = spawn(encode, encodeArgs, { stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    encoding.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    for (const [name, child] of [
      [speak, speaking],
      [encode, encoding],
    ] as const) {
      child.once('error', () => reject(new Error(`${name} is not installed: npm run setup installs it`)));
    }
    speaking.stdout.pipe(encoding.stdin);
    encoding.stdin.on('error', () => {});
    speaking.stdin.on('error', () => {});
    speaking.stdin.end(input);
    encoding.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${encode} ended with ${code}: ${said.trim()}`)),
    );
  });
}
