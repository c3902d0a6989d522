import { z } from 'zod';
import { tokensOf } from './tokens.ts';

/** Which clip says which text, in one language. `clips` goes from the key of a text to the name of its file. */
export const SpeechIndex = z.strictObject({
  format: z.literal('pos-migran-speech/1'),
  language: z.enum(['id', 'en']),
  /** Who speaks: a machine until people have recorded the texts. */
  voice: z.string(),
  clips: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/)),
});
export type SpeechIndex = z.infer<typeof SpeechIndex>;

/** What can be said of a text: the clips in order, and the words for which there is none. */
export interface Sayable {
  clips: string[];
  missing: string[];
}

export interface SpeechPack {
  say(text: string): Sayable;
}

/** Finds the longest clips that together say a text: whole sentences where they are known, else words, else single characters. */
export function openSpeechPack(index: SpeechIndex): SpeechPack {
  const clips = new Map(Object.entries(index.clips));
  const longest = Math.max(1, ...[...clips.keys()].map((key) => key.split(' ').length));
  return {
    say(text) {
      const tokens = tokensOf(text);
      const said: Sayable = { clips: [], missing: [] };
      for (let at = 0; at < tokens.length; ) {
        const found = longestFrom(tokens, at);
        if (found === null) said.missing.push(tokens[at] ?? '');
        else said.clips.push(found.clip);
        at += found?.length ?? 1;
      }
      return said;
    },
  };

  function longestFrom(tokens: readonly string[], at: number): { clip: string; length: number } | null {
    for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
      const clip = clips.get(tokens.slice(at, at + length).join(' '));
      if (clip !== undefined) return { clip, length };
    }
    return null;
  }
}
