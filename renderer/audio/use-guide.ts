import { useEffect, useState } from 'react';
import type { Language } from '../../shared/domain/language.ts';
import { audioEn } from '../texts/audio.en.ts';
import { type AudioTexts, audioId } from '../texts/audio.id.ts';
import { type AudioOutput, createGuide, fetchSpeechPack, type Guide } from './guide.ts';
import { createSpeaker } from './speaker.ts';

export const audioTexts: Record<Language, AudioTexts> = { id: audioId, en: audioEn };

/** The voice of a language; null while there is none. A new language, and the end of the visit, silence it. */
export function useGuide(language: Language, output: AudioOutput | 'off'): Guide | null {
  const [guide, setGuide] = useState<Guide | null>(null);
  useEffect(() => {
    if (output === 'off') return;
    let isOver = false;
    const speaker = createSpeaker();
    void fetchSpeechPack(language).then((pack) => {
      if (isOver || pack === null) return;
      const addressOf = (clip: string) => `speech/${language}/${clip}.opus`;
      setGuide(createGuide({ pack, speaker, output, words: audioTexts[language], addressOf }));
    });
    return () => {
      isOver = true;
      speaker.silence();
      setGuide(null);
    };
  }, [language, output]);
  return guide;
}

/** While it is on: reads each new screen or dialog once it stands, and each control that takes the focus by keys. */
export function useReadAloud(guide: Guide | null, isOn: boolean): void {
  useEffect(() => {
    if (guide === null || !isOn) return;
    let last: Element | null = null;
    let timer = 0;
    const readTop = () => {
      const top = topmostScreen();
      if (top === null || top === last) return;
      last = top;
      void guide.read(top);
    };
    const look = () => {
      clearTimeout(timer);
      timer = window.setTimeout(readTop, SETTLE_MS);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-screen'] });
    const onFocus = (event: FocusEvent) => {
      const isByKeys = document.documentElement.dataset.keyboard !== undefined;
      if (isByKeys && event.target instanceof Element && event.target.matches('button, input, textarea')) {
        void guide.readOne(event.target);
      }
    };
    document.addEventListener('focusin', onFocus);
    look();
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      guide.silence();
    };
  }, [guide, isOn]);
}

/** A new screen moves in first. */
const SETTLE_MS = 350;

/** The dialog over the screens, else the screen itself. */
export function topmostScreen(): Element | null {
  const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')];
  return (
    dialogs.at(-1) ??
    [...document.querySelectorAll('[data-screen]')].filter((one) => one.closest('[inert]') === null).at(-1) ??
    null
  );
}
