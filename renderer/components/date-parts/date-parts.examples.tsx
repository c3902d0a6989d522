import { useState } from 'react';
import type { Example } from '../../gallery/example.ts';
import { Screen } from '../screen/screen.tsx';
import type { PartialDate } from './calendar.ts';
import { DateParts } from './date-parts.tsx';

const nothing = () => {};
const today = { year: 2026, month: 5, day: 12 };

function Held({ start }: { start: PartialDate | undefined }) {
  const [value, setValue] = useState(start);
  return (
    <Screen
      name="example.date"
      question={{ title: 'Sejak kapan?', why: 'Kira-kira saja boleh.' }}
      thread={{ answered: 6, total: 9 }}
      back={{ onPress: nothing }}
      secondary={{ label: 'Lewati', onPress: nothing }}
      primary={{ onPress: nothing }}
    >
      <DateParts value={value} onChange={setValue} today={today} />
    </Screen>
  );
}

export const examples: readonly Example[] = [
  { name: 'year', isScreen: true, render: () => <Held start={undefined} /> },
  { name: 'month', isScreen: true, render: () => <Held start={{ year: 2025 }} /> },
  { name: 'day', isScreen: true, render: () => <Held start={{ year: 2025, month: 8 }} /> },
];
