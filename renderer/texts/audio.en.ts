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
};
