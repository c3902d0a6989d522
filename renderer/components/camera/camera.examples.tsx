import { aTicket } from '../../bridge/fake.ts';
import type { Example } from '../../gallery/example.ts';
import { cameraId } from '../../texts/camera.id.ts';
import type { CameraTrouble } from './camera-tools.ts';
import { Before, type ExampleSight } from './example-camera.tsx';
import { MrzReader } from './mrz-reader.tsx';
import { PhotoCapture } from './photo-capture.tsx';
import { QrScanner } from './qr-scanner.tsx';

const nothing = () => {};

function photo(name: string, sight: ExampleSight): Example {
  return {
    name,
    isScreen: true,
    render: () => (
      <Before sight={sight}>
        <PhotoCapture onPhoto={nothing} onCancel={nothing} />
      </Before>
    ),
  };
}

export const examples: readonly Example[] = [
  photo('photo', { picture: 'letter' }),
  photo('photo-dark', { isDark: true }),
  {
    name: 'qr',
    isScreen: true,
    render: () => (
      <Before sight={{ qrText: aTicket().qrText }}>
        <QrScanner onText={nothing} onCancel={nothing} hint={cameraId.qr.hint} />
      </Before>
    ),
  },
  {
    name: 'mrz',
    isScreen: true,
    render: () => (
      <Before sight={{ picture: 'passport' }}>
        <MrzReader onRead={nothing} onCancel={nothing} />
      </Before>
    ),
  },
  ...(Object.keys(cameraId.trouble) as CameraTrouble[]).map((trouble) =>
    photo(trouble.replace('.', '-'), { trouble }),
  ),
  photo('resting', { leaseMs: 1_001 }),
];
