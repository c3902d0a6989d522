import { aTicket } from '../../bridge/fake.ts';
import type { Example } from '../../gallery/example.ts';
import { QrPicture } from './qr-picture.tsx';

export const examples: readonly Example[] = [
  {
    name: 'ticket',
    render: () => (
      <div style={{ width: '20rem' }}>
        <QrPicture text={aTicket().qrText} label="Kode QR tiket" />
      </div>
    ),
  },
];
