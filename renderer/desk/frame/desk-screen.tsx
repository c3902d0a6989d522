import { Languages, LogOut } from 'lucide-react';
import { Button } from 'react-aria-components';
import { ComfortButton, cornerStyles, ListenButton } from '../../components/screen/corner.tsx';
import { Screen, type ScreenProps } from '../../components/screen/screen.tsx';
import { useDesk } from '../desk-context.ts';
import { useDeskWords } from '../desk-words.ts';

export interface DeskScreenProps extends Omit<ScreenProps, 'look' | 'corner' | 'question' | 'isWide'> {
  title: string;
  why?: ScreenProps['question']['why'];
  tools?: ScreenProps['question']['tools'];
  /** Where in the desk this is; who is signed in when left out. */
  eyebrow?: string | { hers: string };
}

/** One page behind the staff door. What it says stands on the dark panel; display, voice, language and sign-out in the corner. */
export function DeskScreen({ title, why, tools, eyebrow, ...screen }: DeskScreenProps) {
  const words = useDeskWords();
  const { session, place } = useDesk();
  const desk = session.roles.includes('setup') ? words.session.setup : words.session.desk[place];
  const who = session.staffNumber === null ? desk : `${desk} · ${session.name}`;
  return (
    <Screen
      {...screen}
      look="desk"
      isWide
      question={{ title, why, tools, eyebrow: eyebrow ?? who }}
      corner={<DeskCorner />}
    />
  );
}

/** Display, voice, language and sign-out: what stands in the corner of everything behind the staff door. */
export function DeskCorner() {
  const words = useDeskWords();
  const { signOut, turnLanguage } = useDesk();
  const item = cornerStyles.item ?? '';
  return (
    <nav className={cornerStyles.corner} aria-label={words.session.corner}>
      <ComfortButton />
      <ListenButton />
      <Button className={item} onPress={turnLanguage}>
        <Languages aria-hidden="true" />
        <span>{words.session.otherLanguage}</span>
      </Button>
      <Button className={item} data-tone="leave" onPress={signOut}>
        <LogOut aria-hidden="true" />
        <span>{words.session.signOut}</span>
      </Button>
    </nav>
  );
}
