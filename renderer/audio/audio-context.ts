import { createContext, use } from 'react';
import { useLanguage } from '../texts/texts.tsx';
import { audioTexts } from './use-guide.ts';

/** The voice of the kiosk, as the corner offers it. */
export interface AudioSetting {
  isOn: boolean;
  turn(isOn: boolean): void;
}

/** Null where there is no voice: no clips, or no loudspeaker and no earphones. */
export const AudioContext = createContext<AudioSetting | null>(null);

export function useAudioSetting(): AudioSetting | null {
  return use(AudioContext);
}

export function useAudioTexts() {
  return audioTexts[useLanguage()];
}
