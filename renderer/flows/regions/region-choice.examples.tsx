import { Screen } from '../../components/screen/screen.tsx';
import type { Example } from '../../gallery/example.ts';
import { useRegistrationWords } from '../registration/words.ts';
import { RegionChoice } from './region-choice.tsx';

const nothing = () => {};

const REGIONS = ['Balongdowo', 'Bligo', 'Candi', 'Durungbanjar', 'Gelam', 'Jambangan', 'Kebonsari'].map(
  (name, at) => ({ code: `35.15.14.${2001 + at}`, name }),
);

export const examples: readonly Example[] = [
  { name: 'search', isScreen: true, render: () => <Asking startWay="search" /> },
];

function Asking({ startWay }: { startWay: 'list' | 'search' | 'write' }) {
  const words = useRegistrationWords().region;
  const title = 'Desa atau kelurahan mana?';
  return (
    <Screen
      name="example.region"
      question={{ title }}
      isWide
      thread={{ answered: 12, total: 30 }}
      back={{ onPress: nothing }}
      primary={{ onPress: nothing }}
    >
      <RegionChoice
        title={title}
        fieldId="village"
        list={{ state: 'ready', regions: REGIONS }}
        hasList
        chosen={undefined}
        limit={60}
        words={words}
        startWay={startWay}
        onChoose={nothing}
        onWrite={nothing}
      />
    </Screen>
  );
}
