import type { Example } from '../../gallery/example.ts';
import { Screen } from '../screen/screen.tsx';
import { SceneBand } from './scene-band.tsx';

export const examples: readonly Example[] = [
  {
    name: 'with-words',
    isScreen: true,
    render: () => (
      <Screen
        name="example.band"
        question={{
          title: 'Apa yang bisa kami bantu?',
          picture: <SceneBand scene="table" title="Pos Migran Contoh" detail="Kantor Pos Contoh" />,
        }}
      />
    ),
  },
];
