import type { Language } from '../../shared/domain/language.ts';
import { openSpeechPack, SpeechIndex, type SpeechPack } from '../../shared/speech/pack.ts';
import type { AudioTexts } from '../texts/audio.id.ts';
import { type Passage, readingOf } from './reading-order.ts';
import type { Speaker } from './speaker.ts';

/** Where sound comes out. `headset`: nobody else can hear it, so private passages are said too. */
export type AudioOutput = 'speaker' | 'headset';

export interface Guide {
  /** Reads a screen from its beginning. Ends what was being said. */
  read(root: Element): Promise<void>;
  /** Reads one control, such as the one that took the focus. */
  readOne(element: Element): Promise<void>;
  silence(): void;
}

export interface GuideParts {
  pack: SpeechPack;
  speaker: Speaker;
  output: AudioOutput;
  words: AudioTexts;
  addressOf(clip: string): string;
}

/** What is marked while it is said. */
export const SPOKEN = 'data-spoken';

export function createGuide({ pack, speaker, output, words, addressOf }: GuideParts): Guide {
  async function sayAll(passages: readonly Passage[]): Promise<void> {
    for (const { text, element } of audible(passages, output, words)) {
      const { clips } = pack.say(text);
      if (clips.length === 0) continue;
      element.setAttribute(SPOKEN, '');
      const end = await speaker.say(clips.map(addressOf));
      element.removeAttribute(SPOKEN);
      if (end === 'cut') return;
    }
  }
  return {
    read: (root) => sayAll(readingOf(root, words)),
    readOne: (element) => sayAll(readingOf(element, words)),
    silence: () => speaker.silence(),
  };
}

/** Without earphones private passages are left out, and one sentence says so once where they stood. */
export function audible(passages: readonly Passage[], output: AudioOutput, words: AudioTexts): Passage[] {
  if (output === 'headset') return [...passages];
  const spoken: Passage[] = [];
  let hasSaidSo = false;
  for (const passage of passages) {
    if (!passage.isPrivate) spoken.push(passage);
    else if (!hasSaidSo) {
      spoken.push({ ...passage, text: words.private, isPrivate: false });
      hasSaidSo = true;
    }
  }
  return spoken;
}

/** The clips of a language as they lie beside the screens; null when this kiosk has none. */
export async function fetchSpeechPack(
  language: Language,
  fetcher: typeof fetch = fetch,
): Promise<SpeechPack | null> {
  try {
    const answer = await fetcher(`speech/${language}/index.json`);
    if (!answer.ok) return null;
    const index = SpeechIndex.safeParse(await answer.json());
    return index.success ? openSpeechPack(index.data) : null;
  } catch {
    // No pack is no fault: the kiosk works without a voice.
    return null;
  }
}
