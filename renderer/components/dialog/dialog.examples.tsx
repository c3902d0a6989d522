import type { Example } from '../../gallery/example.ts';
import { BigButton } from '../big-button/big-button.tsx';
import { Screen } from '../screen/screen.tsx';
import { Dialog } from './dialog.tsx';

const nothing = () => {};

export const examples: readonly Example[] = [
  {
    name: 'question',
    isScreen: true,
    render: () => (
      <Screen
        name="example.below"
        question={{ title: 'Apa yang terjadi?' }}
        back={{ onPress: nothing }}
        primary={{ onPress: nothing }}
      >
        <Dialog
          title="Buang pengaduan ini?"
          isOpen
          onClose={nothing}
          actions={
            <>
              <BigButton tone="quiet" onPress={nothing}>
                Tetap di sini
              </BigButton>
              <BigButton tone="care" onPress={nothing}>
                Buang
              </BigButton>
            </>
          }
        >
          <p>Yang sudah ditulis akan dihapus dari layar ini.</p>
        </Dialog>
      </Screen>
    ),
  },
];
