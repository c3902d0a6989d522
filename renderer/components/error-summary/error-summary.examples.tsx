import type { Example } from '../../gallery/example.ts';
import { ErrorSummary } from './error-summary.tsx';

export const examples: readonly Example[] = [
  {
    name: 'one',
    render: () => <ErrorSummary errors={[{ fieldId: 'phone', message: 'Isi nomor HP dulu.' }]} />,
  },
  {
    name: 'two',
    render: () => (
      <ErrorSummary
        errors={[
          { fieldId: 'phone', message: 'Isi nomor HP dulu.' },
          { fieldId: 'time', message: 'Pilih waktu yang aman untuk dihubungi.' },
        ]}
      />
    ),
  },
];
