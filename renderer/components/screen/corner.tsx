import { ALargeSmall, BellRing, LogOut, Siren, Volume2, VolumeX } from 'lucide-react';
import { createContext, use } from 'react';
import { Button } from 'react-aria-components';
import { useAudioSetting, useAudioTexts } from '../../audio/audio-context.ts';
import { useComfort, useComfortTexts } from '../../comfort/comfort-context.ts';
import { useTexts } from '../../texts/texts.tsx';
import styles from './corner.module.css';

/** What the lobby does when the fixed corner is pressed. `from` names the screen for the staff's list. */
export interface CornerActions {
  callStaff(from: string): void;
  openEmergency(): void;
  /** Absent where there is nothing to leave. */
  leave?: (() => void) | undefined;
}

/** The look of everything in the corner, also of what the desk puts there. */
export const cornerStyles = styles;

export const CornerContext = createContext<CornerActions | null>(null);

/**
 * The hand that is always there to hold: display, staff, emergency, quick exit; in the same place on every screen. Lying,
 * with large text, it is a column; `isRow` keeps it a row.
 */
export function Corner({ from, isRow = false }: { from: string; isRow?: boolean }) {
  const texts = useTexts();
  const corner = use(CornerContext);
  if (!corner) return null;
  return (
    <nav className={styles.corner} data-row={isRow || undefined} aria-label={texts.corner.label}>
      <ComfortButton />
      <ListenButton />
      <Button className={styles.item ?? ''} data-tone="staff" onPress={() => corner.callStaff(from)}>
        <BellRing aria-hidden="true" />
        <span>{texts.corner.callStaff}</span>
      </Button>
      <Button className={styles.item ?? ''} data-tone="emergency" onPress={corner.openEmergency}>
        <Siren aria-hidden="true" />
        <span>{texts.corner.emergency}</span>
      </Button>
      {corner.leave ? (
        <Button className={styles.item ?? ''} data-tone="leave" onPress={corner.leave}>
          <LogOut aria-hidden="true" />
          <span>{texts.corner.leave}</span>
        </Button>
      ) : null}
    </nav>
  );
}

/** Opens the panel for larger text, contrast, low buttons and stillness. */
export function ComfortButton() {
  const words = useComfortTexts();
  const { open } = useComfort();
  if (!open) return null;
  return (
    <Button className={styles.item ?? ''} data-tone="comfort" onPress={open}>
      <ALargeSmall aria-hidden="true" />
      <span>{words.button}</span>
    </Button>
  );
}

/** Reads the screen aloud, and every screen after it, until it is pressed again. */
export function ListenButton() {
  const words = useAudioTexts();
  const audio = useAudioSetting();
  if (!audio) return null;
  return (
    <Button
      className={styles.item ?? ''}
      data-tone="listen"
      aria-pressed={audio.isOn}
      onPress={() => audio.turn(!audio.isOn)}
    >
      {audio.isOn ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
      <span>{audio.isOn ? words.stop : words.listen}</span>
    </Button>
  );
}
