import type { CameraTexts } from './camera.id.ts';

export const cameraEn: CameraTexts = {
  isOn: 'The camera is on',
  opening: 'Turning the camera on',
  preview: 'Picture from the camera',
  dark: 'The picture is dark. Check whether the camera is covered.',
  withoutCamera: 'Go on without the camera',
  wake: 'Turn the camera on',
  resting: {
    title: 'The camera has been turned off',
    detail: 'It turns itself off after three minutes. You can turn it on again.',
  },
  trouble: {
    'camera.none': { title: 'This kiosk has no camera', detail: 'You can still go on by typing.' },
    'camera.refused': {
      title: 'The camera may not be used here',
      detail: 'This kiosk has closed its camera. You can still go on by typing.',
    },
    'camera.busy': {
      title: 'The camera cannot be used now',
      detail: 'Try once more. You can also go on by typing.',
    },
    'camera.lost': {
      title: 'The camera was disconnected',
      detail: 'What you have filled in is still there. Try again, or go on by typing.',
    },
    'camera.no-answer': {
      title: 'The camera does not answer',
      detail: 'Try once more. You can also go on by typing.',
    },
  },
  photo: {
    title: 'Hold it in front of the camera',
    hint: 'Keep it straight and in good light. Check that the words can be read.',
    shutter: 'Take the photo',
    delay: 'Wait 3 seconds first',
    counting: (seconds) => `The photo is taken in ${seconds} seconds`,
    stop: 'Cancel',
    taking: 'Taking the photo',
    failed: 'That photo did not work. Try once more.',
    reviewTitle: 'Is the photo clear?',
    reviewHint: 'The camera is off. This photo is not saved yet.',
    taken: 'The photo just taken',
    use: 'Use this photo',
    again: 'Take it again',
  },
  qr: {
    title: 'Show the square code on the slip',
    hint: 'Hold the slip in front of the camera. The code reads by itself.',
    looking: 'Looking for the code',
    slow: 'Not read yet. Move it a little further away, into better light.',
  },
  mrz: {
    title: 'Show the photo page of the passport',
    hint: 'The two lines at the bottom must be whole inside the frame.',
    looking: 'Reading the passport',
    slow: 'Not read yet. Move closer, hold it straight, and away from glare.',
    band: 'These two lines here',
  },
};
