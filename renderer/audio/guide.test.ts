// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { openSpeechPack } from '../../shared/speech/pack.ts';
import { audioId } from '../texts/audio.id.ts';
import { createGuide, fetchSpeechPack, SPOKEN } from './guide.ts';
import { createSpeaker, type Speaker } from './speaker.ts';

const clip = (digit: string) => digit.repeat(16);
const index = {
  format: 'pos-migran-speech/1',
  language: 'id',
  voice: 'test',
  clips: { 'apa kabar': clip('a'), tombol: clip('b'), lanjut: clip('c') },
} as const;

test('a passage is marked while it is said, and the next one after it', async () => {
  document.body.innerHTML = '<main><h1>Apa kabar?</h1><button>Lanjut</button></main>';
  const heard: [string, string][] = [];
  const speaker: Speaker = {
    async say(addresses) {
      heard.push([document.querySelector(`[${SPOKEN}]`)?.tagName ?? '', addresses.join(' ')]);
      return 'said';
    },
    silence() {},
  };
  const pack = openSpeechPack(index);
  const guide = createGuide({ pack, speaker, output: 'speaker', words: audioId, addressOf: (name) => name });
  await guide.read(document.body);
  expect(heard).toEqual([
    ['H1', clip('a')],
    ['BUTTON', `${clip('b')} ${clip('c')}`],
  ]);
  expect(document.querySelector(`[${SPOKEN}]`)).toBeNull();
});

/** An audio element whose end the test decides. */
function audios() {
  const made: HTMLAudioElement[] = [];
  const make = () => {
    const audio = document.createElement('audio');
    audio.play = async () => {};
    audio.pause = () => void audio.dispatchEvent(new Event('pause'));
    made.push(audio);
    return audio;
  };
  return { made, make };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test('clips follow one another, and a broken one is passed over', async () => {
  const { made, make } = audios();
  const said = createSpeaker(make).say(['one', 'two']);
  await settle();
  made[0]?.dispatchEvent(new Event('error'));
  await settle();
  expect(made.map((audio) => audio.getAttribute('src'))).toEqual(['one', 'two']);
  made[1]?.dispatchEvent(new Event('ended'));
  expect(await said).toBe('said');
});

test('the next thing said cuts the last one short', async () => {
  const { made, make } = audios();
  const speaker = createSpeaker(make);
  const first = speaker.say(['one', 'never']);
  await settle();
  const second = speaker.say(['two']);
  expect(await first).toBe('cut');
  await settle();
  made.at(-1)?.dispatchEvent(new Event('ended'));
  expect(await second).toBe('said');
  expect(made.map((audio) => audio.getAttribute('src'))).toEqual([null, 'two']);
});

test('a kiosk without clips has no voice and no fault', async () => {
  const answer = (body: string, status: number) => async () => new Response(body, { status });
  expect(await fetchSpeechPack('id', answer('not found', 404))).toBeNull();
  expect(await fetchSpeechPack('id', answer('<html>', 200))).toBeNull();
  expect(await fetchSpeechPack('id', answer('{}', 200))).toBeNull();
  const found = await fetchSpeechPack('id', answer(JSON.stringify(index), 200));
  expect(found?.say('Apa kabar').clips).toEqual([clip('a')]);
});
