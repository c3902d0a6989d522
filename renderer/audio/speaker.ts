/** Says clips one after the other. A clip that cannot be played is passed over; the next thing said ends the last. */
export interface Speaker {
  /** Settles when all clips were said, or when something else was said or silence asked for before. */
  say(addresses: readonly string[]): Promise<'said' | 'cut'>;
  silence(): void;
}

export function createSpeaker(makeAudio: () => HTMLAudioElement = () => new Audio()): Speaker {
  let turn = 0;
  let sounding: HTMLAudioElement | null = null;

  function silence(): void {
    turn += 1;
    sounding?.pause();
    sounding?.removeAttribute('src');
    sounding = null;
  }

  async function say(addresses: readonly string[]): Promise<'said' | 'cut'> {
    silence();
    const mine = turn;
    for (const address of addresses) {
      const audio = makeAudio();
      sounding = audio;
      await played(audio, address, () => turn !== mine);
      if (turn !== mine) return 'cut';
    }
    sounding = null;
    return 'said';
  }

  return { say, silence };
}

function played(audio: HTMLAudioElement, address: string, isCut: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    for (const end of ['ended', 'error', 'pause', 'abort'])
      audio.addEventListener(end, () => resolve(), { once: true });
    audio.src = address;
    audio.play().catch(() => resolve());
    if (isCut()) resolve();
  });
}
