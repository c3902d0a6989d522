import { useState } from 'react';
import { Screen } from '../components/screen/screen.tsx';
import type { Example } from '../gallery/example.ts';
import { type Comfort, USUAL_COMFORT } from './comfort.ts';
import { ComfortContext } from './comfort-context.ts';
import { ComfortPanel } from './comfort-panel.tsx';

const nothing = () => {};

export const examples: readonly Example[] = [
  { name: 'as-usual', isScreen: true, render: () => <Trying /> },
  {
    name: 'all-changed',
    isScreen: true,
    render: () => (
      <Trying start={{ textSize: '160', theme: 'contrast', isLowReach: true, isMotionReduced: true }} />
    ),
  },
];

/** Shows the choices; the gallery's own address decides what takes effect. */
function Trying({ start = USUAL_COMFORT }: { start?: Comfort }) {
  const [comfort, setComfort] = useState(start);
  return (
    <ComfortContext value={{ comfort, open: () => {} }}>
      <Screen name="example.below" question={{ title: 'Apa yang terjadi?' }} back={{ onPress: nothing }}>
        <ComfortPanel
          isOpen
          onChange={(changes) => setComfort((before) => ({ ...before, ...changes }))}
          onClose={nothing}
        />
      </Screen>
    </ComfortContext>
  );
}
