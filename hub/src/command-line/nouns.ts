import { audit } from './audit.ts';
import { command } from './commands.ts';
import { content } from './content.ts';
import { crashes } from './crashes.ts';
import { documents } from './documents.ts';
import type { Noun } from './errand.ts';
import { keys } from './keys.ts';
import { kiosks } from './kiosks.ts';
import { notice, withdraw } from './notices.ts';
import { releases } from './releases.ts';
import { settings } from './settings.ts';
import { staff } from './staff.ts';
import { stick } from './stick.ts';

const NOUNS = new Map<string, Noun>(
  Object.entries({
    kiosks,
    audit,
    staff,
    settings,
    notice,
    withdraw,
    command,
    content,
    keys,
    releases,
    crashes,
    stick,
    document: documents,
  }),
);

export function findNoun(name: string): Noun | undefined {
  return NOUNS.get(name);
}

export const NOUN_USAGE = [...NOUNS.values()].map((noun) => noun.usage).join('\n');
