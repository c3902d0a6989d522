import { CalendarClock, ClockAlert, Megaphone, WifiOff } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { KioskContent } from '../../../shared/contract/content.ts';
import { canPrint, type KioskState } from '../../../shared/contract/kiosk-state.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { NoticeBand } from '../../components/notice-band/notice-band.tsx';
import { SceneBand } from '../../components/scene-band/scene-band.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { Stamp } from '../../components/stamp/stamp.tsx';
import { useStaffDoor } from '../../desk/door/staff-door-button.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { type FlowKey, RECORDING_FLOWS } from '../lobby.machine.ts';
import styles from './home-screen.module.css';
import { TILES } from './tiles.ts';

export interface HomeScreenProps {
  serviceName: string;
  kioskState: KioskState;
  /** Many facts of the pack have run out. */
  isContentOld?: boolean;
  /** What everybody must read now, the most urgent first. */
  notices: KioskContent['notices'];
  flows: readonly FlowKey[];
  onChoose(flow: FlowKey): void;
  onBack(): void;
  onStaffDoor(): void;
}

/**
 * A large first choice and a grid of tiles. What cannot be done now stays in its place and says so; the emergency numbers are
 * in the corner, as everywhere.
 */
export function HomeScreen(props: HomeScreenProps) {
  const { serviceName, kioskState, isContentOld, notices, flows, onChoose, onBack } = props;
  const staffDoor = useStaffDoor(props.onStaffDoor);
  const texts = useTexts();
  const mayComplain = kioskState.mode === 'ready' && flows.includes('complaint');
  const isOffline = kioskState.link.state !== 'online' && kioskState.link.state !== 'unknown';
  const hasPrinter = canPrint(kioskState.printer);
  const said = [
    notices.length > 0,
    !mayComplain,
    mayComplain && isOffline,
    kioskState.clockSuspect,
    isContentOld,
    mayComplain && !hasPrinter,
  ];
  // Much to say leaves no room for the picture.
  const hasRoom = said.filter(Boolean).length < 2;
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
      {kioskState.clockSuspect ? (
        <Notice tone="info" icon={ClockAlert}>
          {texts.home.wrongClock}
        </Notice>
      ) : null}
      {isContentOld ? (
        <Notice tone="info" icon={CalendarClock}>
          {texts.home.oldContent}
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
        picture: hasRoom ? (
          <SceneBand scene="post-office" title={serviceName} detail={kioskState.officeName} />
        ) : undefined,
      }}
      back={{ onPress: onBack, label: texts.home.changeLanguage }}
      secondary={staffDoor}
      isWide
    >
      <div className={styles.home}>
        <NoticeBand notices={notices} onRead={() => onChoose('notices')} />
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
          </span>
          <span className={styles.picture}>
            <Stamp scene="harbour" />
          </span>
        </Button>
        <div className={styles.tiles}>
          {TILES.filter(({ flow }) => flows.includes(flow)).map(({ flow, icon: Icon, words }) => {
            const isClosed = RECORDING_FLOWS.includes(flow) && kioskState.mode !== 'ready';
            return (
              <Button
                key={flow}
                className={styles.tile ?? ''}
                isDisabled={isClosed}
                onPress={() => onChoose(flow)}
              >
                <span className={styles.tileIcon}>
                  <Icon aria-hidden="true" />
                </span>
                <span className={styles.tileWords}>
                  <span className={styles.tileName}>{texts.home.tiles[words].name}</span>{' '}
                  <span className={styles.tileHint}>
                    {isClosed ? texts.home.closed : texts.home.tiles[words].hint}
                  </span>
                </span>
              </Button>
            );
          })}
        </div>
      </div>
    </Screen>
  );
}
