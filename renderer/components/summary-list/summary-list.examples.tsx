import type { Example } from '../../gallery/example.ts';
import { Screen } from '../screen/screen.tsx';
import { SummaryList } from './summary-list.tsx';

const nothing = () => {};
const rows = [
  { key: 'whom', label: 'Untuk siapa', value: 'Keluarga saya', changeText: 'Ubah', onChange: nothing },
  {
    key: 'situation',
    label: 'Keadaan',
    value: 'Sedang di luar negeri',
    changeText: 'Ubah',
    onChange: nothing,
  },
  {
    key: 'category',
    label: 'Masalah',
    value: 'Gaji tidak dibayar atau kurang',
    changeText: 'Ubah',
    onChange: nothing,
  },
  { key: 'country', label: 'Negara', value: 'Malaysia', changeText: 'Ubah', onChange: nothing },
  { key: 'city', label: 'Kota', changeText: 'Isi', onChange: nothing },
  {
    key: 'story',
    label: 'Yang terjadi',
    value: 'Adik saya bekerja sejak bulan Mei. Gaji tiga bulan belum dibayar dan paspornya disimpan majikan.',
    changeText: 'Ubah',
    onChange: nothing,
  },
  { key: 'since', label: 'Sejak', value: 'Mei 2025', changeText: 'Ubah', onChange: nothing },
  {
    key: 'wanted',
    label: 'Yang diinginkan',
    value: 'Gaji dibayar, pulang',
    changeText: 'Ubah',
    onChange: nothing,
  },
  { key: 'contact', label: 'Nomor HP', value: '0812 0000 0000', changeText: 'Ubah', onChange: nothing },
];

export const examples: readonly Example[] = [
  {
    name: 'answers',
    isScreen: true,
    render: () => (
      <Screen
        name="example.summary"
        isWide
        question={{ title: 'Periksa jawaban Anda' }}
        thread={{ answered: 8, total: 9 }}
        back={{ onPress: nothing }}
        primary={{ label: 'Kirim pengaduan', onPress: nothing }}
      >
        <SummaryList rows={rows} emptyText="Tidak diisi" />
      </Screen>
    ),
  },
];
