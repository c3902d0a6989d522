export interface Note {
  hertz: number;
  /** Seconds from now. */
  at: number;
  /** Seconds until it has died away. */
  lasts: number;
  /** 0 to 1. */
  volume: number;
}

let context: AudioContext | null = null;

/** Plays short notes. Without a sound card, or where the page may not sound yet, it stays silent and never throws. */
export function playNotes(notes: readonly Note[]): void {
  try {
    context ??= new AudioContext();
    if (context.state !== 'running') context.resume().catch(() => {});
    for (const note of notes) playNote(context, note);
  } catch {
    context = null;
  }
}

function playNote(audio: AudioContext, { hertz, at, lasts, volume }: Note): void {
  const start = audio.currentTime + at;
  const voice = audio.createOscillator();
  const loudness = audio.createGain();
  voice.type = 'sine';
  voice.frequency.value = hertz;
  loudness.gain.setValueAtTime(volume, start);
  loudness.gain.exponentialRampToValueAtTime(0.000_1, start + lasts);
  voice.connect(loudness).connect(audio.destination);
  voice.start(start);
  voice.stop(start + lasts);
}
