import type { ComfortTexts } from './comfort.id.ts';

export const comfortEn: ComfortTexts = {
  button: 'Display',
  title: 'Set up the screen',
  size: {
    label: 'Text size',
    sizes: { '100': 'Normal', '130': 'Large', '160': 'Larger', '200': 'Largest' },
  },
  theme: {
    label: 'Screen colours',
    themes: { day: 'Light', contrast: 'Black and yellow', dim: 'Dim' },
  },
  reach: {
    label: 'Buttons low down',
    hint: 'Within reach from a seat',
  },
  motion: {
    label: 'No movement',
    hint: 'Pictures and words stay still',
  },
  on: 'On',
  off: 'Off',
  reset: 'As before',
  done: 'Done',
  moreBelow: 'Down',
  moreAbove: 'Up',
  unreviewed: 'No native speaker has checked these words',
};
