import type { CountryProfile } from '../../../../shared/contract/content/information.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { QrPicture } from '../../../components/qr-picture/qr-picture.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { linesToTakeHome } from '../view.ts';
import { useInformationWords } from '../words.ts';
import styles from './take-home-dialog.module.css';

/** The numbers of a country as a code that a phone's camera reads as plain text: no network, no address. */
export function TakeHomeDialog({
  profile,
  name,
  onClose,
}: {
  profile: CountryProfile;
  name: string;
  onClose(): void;
}) {
  const words = useInformationWords();
  const language = useLanguage();
  const lines = [...profile.emergency, ...profile.missions].map((line) => ({
    name: line.name[language],
    number: line.number,
  }));
  return (
    <Dialog
      title={words.country.takeHomeTitle}
      isOpen
      onClose={onClose}
      actions={<BigButton onPress={onClose}>{words.fact.close}</BigButton>}
    >
      <div className={styles.home}>
        <div className={styles.code}>
          <QrPicture text={linesToTakeHome(name, lines)} label={words.country.qr} />
        </div>
        <p>{words.country.takeHomeWhy}</p>
      </div>
    </Dialog>
  );
}
