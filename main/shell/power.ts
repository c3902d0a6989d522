import { powerSaveBlocker } from 'electron';

/** Keeps the display on: some panels never wake from standby, so night is drawn black instead. */
export function keepDisplayOn(): void {
  powerSaveBlocker.start('prevent-display-sleep');
}
