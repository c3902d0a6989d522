import { HeartHandshake, MapPin, Plane, TriangleAlert, User, Users, Wallet } from 'lucide-react';
import type { Example } from '../../gallery/example.ts';
import type { Answer } from '../answer-card/answer-card.tsx';
import { Screen } from '../screen/screen.tsx';
import { SingleChoice } from './single-choice.tsx';

const nothing = () => {};

export const whom: readonly Answer<'self' | 'family' | 'other'>[] = [
  { value: 'self', label: 'Saya sendiri', icon: User },
  { value: 'family', label: 'Keluarga saya', icon: Users },
  { value: 'other', label: 'Orang lain', hint: 'Teman, tetangga, atau kenalan', icon: HeartHandshake },
];

export const manyAnswers: readonly Answer<string>[] = [
  'Gaji tidak dibayar atau kurang',
  'Ingin pulang tetapi tidak bisa',
  'Dipukul, diancam, atau dilecehkan',
  'Tidak ada kabar dari keluarga',
  'Sakit atau kecelakaan',
  'Ditahan polisi',
  'Paspor atau surat ditahan',
  'Pekerjaan tidak sesuai perjanjian',
  'Diberhentikan sebelum waktunya',
  'Asuransi tidak dibayar',
  'Biaya terlalu mahal',
  'Masalah lain',
].map((label, at) => ({ value: `answer-${at}`, label, icon: at % 2 ? Wallet : MapPin }));

export const examples: readonly Example[] = [
  {
    name: 'three-with-one-chosen',
    isScreen: true,
    render: () => (
      <Screen
        name="example.single"
        question={{ title: 'Pengaduan ini untuk siapa?', why: 'Supaya kami bertanya dengan tepat.' }}
        thread={{ answered: 1, total: 9 }}
        back={{ onPress: nothing }}
      >
        <SingleChoice label="Pengaduan ini untuk siapa?" answers={whom} chosen="family" onChoose={nothing} />
      </Screen>
    ),
  },
  {
    name: 'two-with-danger',
    isScreen: true,
    render: () => (
      <Screen
        name="example.danger"
        question={{ title: 'Apakah Anda dalam bahaya sekarang?' }}
        thread={{ answered: 0, total: 9 }}
        back={{ onPress: nothing }}
      >
        <SingleChoice
          label="Apakah Anda dalam bahaya sekarang?"
          answers={[
            { value: 'yes', label: 'Ya', icon: TriangleAlert, tone: 'care' },
            { value: 'no', label: 'Tidak', icon: Plane },
          ]}
          onChoose={nothing}
        />
      </Screen>
    ),
  },
  {
    name: 'many-on-pages',
    isScreen: true,
    render: () => (
      <Screen
        name="example.pages"
        question={{ title: 'Apa masalahnya?', why: 'Pilih yang paling dekat.' }}
        thread={{ answered: 4, total: 9 }}
        back={{ onPress: nothing }}
      >
        <SingleChoice label="Apa masalahnya?" answers={manyAnswers} chosen="answer-2" onChoose={nothing} />
      </Screen>
    ),
  },
];
