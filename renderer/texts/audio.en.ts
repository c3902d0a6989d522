import type { AudioTexts } from './audio.id.ts';

export const audioEn: AudioTexts = {
  listen: 'Listen',
  stop: 'Quiet',
  button: 'Button',
  choice: 'Choice',
  chosen: 'Chosen',
  field: 'Field',
  picture: 'Picture',
  closed: 'Cannot be used now',
  private: 'The private part is not read out.',
  setting: 'Hear the screen',
  settingHint: 'A machine voice reads the screen',
  settingHeadset: 'The sound comes from the earphones only',
};
