import { useState } from 'react';
import type { Example } from '../../gallery/example.ts';
import { Screen } from '../screen/screen.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';

const nothing = () => {};

function Held({
  start = '',
  ...props
}: Omit<TextFieldProps, 'value' | 'onChange' | 'id'> & { start?: string }) {
  const [value, setValue] = useState(start);
  return <TextField id="example-field" {...props} value={value} onChange={setValue} />;
}

function Question({
  title,
  why,
  error,
  ...props
}: Parameters<typeof Held>[0] & { title: string; why?: string }) {
  return (
    <Screen
      name={`example.${props.layout ?? 'text'}`}
      question={{ title, ...(why ? { why } : {}) }}
      thread={{ answered: 5, total: 9 }}
      back={{ onPress: nothing }}
      secondary={{ label: 'Lewati', onPress: nothing }}
      primary={{ onPress: nothing }}
      errors={error ? [{ fieldId: 'example-field', message: error }] : []}
    >
      <Held {...props} error={error} />
    </Screen>
  );
}

export const examples: readonly Example[] = [
  {
    name: 'name',
    isScreen: true,
    render: () => (
      <Question
        title="Siapa namanya?"
        label="Nama"
        capitals="words"
        limit={120}
        start="Siti Contoh"
        autoFocus
      />
    ),
  },
  {
    name: 'story',
    isScreen: true,
    render: () => (
      <Question
        title="Apa yang terjadi?"
        why="Tulis dengan kata sendiri. Boleh pendek."
        label="Cerita"
        isMultiline
        isOptional
        limit={100}
        start="Saya bekerja sejak bulan Mei. Gaji tiga bulan belum dibayar."
        autoFocus
      />
    ),
  },
  {
    name: 'phone-with-warning',
    isScreen: true,
    render: () => (
      <Question
        title="Nomor HP yang aman untuk dihubungi?"
        label="Nomor HP"
        layout="phone"
        limit={32}
        start="0812 0000 00"
        warning="Nomor HP mungkin kurang satu angka. Periksa lagi."
        autoFocus
      />
    ),
  },
  {
    name: 'number-with-error',
    isScreen: true,
    render: () => (
      <Question
        title="Berapa nomor rahasianya?"
        label="Nomor rahasia"
        layout="number"
        start="0429"
        isDictated
        error="Kurang 2 angka."
      />
    ),
  },
  {
    name: 'ticket',
    isScreen: true,
    render: () => (
      <Question
        title="Berapa nomor tiket Anda?"
        label="Nomor tiket"
        layout="ticket"
        start="B4K2"
        isDictated
        autoFocus
      />
    ),
  },
  {
    name: 'closed-keyboard',
    isScreen: true,
    render: () => <Question title="Di kota mana?" label="Kota" hint="Kalau tidak tahu, lewati." />,
  },
];
