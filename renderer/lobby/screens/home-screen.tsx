import { ArrowRight, Megaphone, Siren, Ticket, WifiOff } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { SceneBand } from '../../components/scene-band/scene-band.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { Stamp } from '../../components/stamp/stamp.tsx';
import { useTexts } from '../../texts/texts.tsx';
import type { FlowKey } from '../lobby.machine.ts';
import styles from './home-screen.module.css';

export interface HomeScreenProps {
  serviceName: string;
  kioskState: KioskState;
  flows: readonly FlowKey[];
  onChoose(flow: FlowKey): void;
  onEmergency(): void;
  onBack(): void;
}

/**
 * A large first choice and a grid of tiles: complete with three, room for seven. What cannot be done now stays in its
 * place and says so.
 */
export function HomeScreen(props: HomeScreenProps) {
  const { serviceName, kioskState, flows, onChoose, onEmergency, onBack } = props;
  const texts = useTexts();
  const mayComplain = kioskState.mode === 'ready' && flows.includes('complaint');
  const isOffline = kioskState.link.state !== 'online' && kioskState.link.state !== 'unknown';
  const hasPrinter = kioskState.printer === 'ready' || kioskState.printer === 'paper-low';
  const notes = (
    <div className={styles.notes}>
      {!mayComplain ? (
        <Notice tone="care" title={texts.closed.informationOnly}>
          {kioskState.trouble ? texts.closed.reason[kioskState.trouble] : null} {texts.closed.goToCounter}
        </Notice>
      ) : null}
      {mayComplain && isOffline ? (
        <Notice tone="info" icon={WifiOff}>
          {texts.home.offline}
        </Notice>
      ) : null}
      {mayComplain && !hasPrinter ? <Notice tone="info">{texts.home.noPrinter}</Notice> : null}
    </div>
  );
  return (
    <Screen
      name="lobby.home"
      question={{
        title: texts.home.question,
        why: notes,
        picture: <SceneBand scene="post-office" title={serviceName} detail={kioskState.officeName} />,
      }}
      back={{ onPress: onBack, label: texts.home.changeLanguage }}
    >
      <div className={styles.home}>
        <Button
          className={styles.first ?? ''}
          isDisabled={!mayComplain}
          onPress={() => onChoose('complaint')}
        >
          <span className={styles.firstWords}>
            <Megaphone className={styles.firstIcon} aria-hidden="true" />
            <span className={styles.firstName}>{texts.home.complaint}</span>
            <span className={styles.firstHint}>
              {mayComplain ? texts.home.complaintHint : texts.home.closed}
            </span>
            {mayComplain ? <ArrowRight className={styles.firstArrow} aria-hidden="true" /> : null}
          </span>
          <span className={styles.picture}>
            <Stamp scene="harbour" />
          </span>
        </Button>
        <div className={styles.tiles}>
          {flows.includes('look-up') ? (
            <Button className={styles.tile ?? ''} onPress={() => onChoose('look-up')}>
              <Ticket aria-hidden="true" />
              <span className={styles.tileName}>{texts.home.lookUp}</span>
              <span className={styles.tileHint}>{texts.home.lookUpHint}</span>
            </Button>
          ) : null}
          <Button className={styles.tile ?? ''} data-tone="emergency" onPress={onEmergency}>
            <Siren aria-hidden="true" />
            <span className={styles.tileName}>{texts.home.emergency}</span>
            <span className={styles.tileHint}>{texts.home.emergencyHint}</span>
          </Button>
        </div>
      </div>
    </Screen>
  );
}
