import type { Example } from '../../gallery/example.ts';
import { Screen } from '../screen/screen.tsx';
import { SummaryList } from './summary-list.tsx';

const nothing = () => {};
const rows = [
  { key: 'whom', label: 'Untuk siapa', value: 'Keluarga saya', onChange: nothing },
  { key: 'situation', label: 'Keadaan', value: 'Sedang di luar negeri', onChange: nothing },
  { key: 'category', label: 'Masalah', value: 'Gaji tidak dibayar atau kurang', onChange: nothing },
  { key: 'country', label: 'Negara', value: 'Malaysia', onChange: nothing },
  { key: 'city', label: 'Kota', onChange: nothing },
  {
    key: 'story',
    label: 'Yang terjadi',
    value: 'Adik saya bekerja sejak bulan Mei. Gaji tiga bulan belum dibayar dan paspornya disimpan majikan.',
    onChange: nothing,
  },
  { key: 'since', label: 'Sejak', value: 'Mei 2025', onChange: nothing },
  { key: 'wanted', label: 'Yang diinginkan', value: 'Gaji dibayar, pulang', onChange: nothing },
  { key: 'contact', label: 'Nomor HP', value: '0812 0000 0000', onChange: nothing },
];

export const examples: readonly Example[] = [
  {
    name: 'answers',
    isScreen: true,
    render: () => (
      <Screen
        name="example.summary"
        question={{ title: 'Periksa jawaban Anda' }}
        thread={{ answered: 8, total: 9 }}
        back={{ onPress: nothing }}
        primary={{ label: 'Kirim pengaduan', onPress: nothing }}
      >
        <SummaryList rows={rows} emptyText="Tidak diisi" changeText="Ubah" />
      </Screen>
    ),
  },
];
