import { useMachine, useSelector } from '@xstate/react';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ActorRefFrom } from 'xstate';
import { canPrint } from '../../shared/contract/kiosk-state.ts';
import { completeLanguageOf, Language } from '../../shared/domain/language.ts';
import { AudioContext, type AudioSetting } from '../audio/audio-context.ts';
import { useGuide, useReadAloud } from '../audio/use-guide.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { applyComfort } from '../comfort/comfort.ts';
import { ComfortContext, type ComfortSetting } from '../comfort/comfort-context.ts';
import { ComfortPanel } from '../comfort/comfort-panel.tsx';
import { GlossaryProvider } from '../components/explained-text/glossary.tsx';
import { IdleQuestion } from '../components/idle-question/idle-question.tsx';
import { type CornerActions, CornerContext } from '../components/screen/corner.tsx';
import { Screen } from '../components/screen/screen.tsx';
import { ThreadLoading } from '../components/thread/thread-loading.tsx';
import { Desk } from '../desk/desk.tsx';
import { catalogues, LanguageProvider } from '../texts/texts.tsx';
import { watchActivity } from './activity.ts';
import type { Errand, VisitorsSide } from './errand.ts';
import { flows as builtInFlows, type Flows } from './flows.tsx';
import type { idleMachine } from './idle.ts';
import { type FlowKey, type LobbyEvent, mayBeginFlow } from './lobby.machine.ts';
import styles from './lobby.module.css';
import { PrivateFormContext } from './private-form.ts';
import { provideLobby } from './provide.ts';
import { AttractScreen } from './screens/attract-screen.tsx';
import { ClosedScreen } from './screens/closed-screen.tsx';
import { EmergencyPage, type EmergencyPrint } from './screens/emergency-page.tsx';
import { HomeScreen } from './screens/home-screen.tsx';
import { LanguageScreen } from './screens/language-screen.tsx';
import { type StaffCall, StaffNote } from './screens/staff-note.tsx';
import { ThankYouScreen, type ThankYouScreenProps } from './screens/thank-you-screen.tsx';

export interface LobbyProps {
  bridge: Bridge;
  flows?: Flows;
}

/** Ties the lobby's machine to the screens. Which screen shows is read from the machine and nowhere else. */
export function Lobby({ bridge, flows = builtInFlows }: LobbyProps) {
  const machine = useMemo(() => provideLobby(bridge, () => crypto.randomUUID()), [bridge]);
  const [snapshot, send] = useMachine(machine);
  const { context } = snapshot;
  const isVisiting = snapshot.matches({ visit: 'visiting' });
  const isEmergency = snapshot.matches({ emergency: 'open' });

  useEffect(
    () =>
      watchActivity(
        window,
        () => performance.now(),
        () => send({ type: 'activity.seen' }),
      ),
    [send],
  );
  useEffect(() => {
    // Javanese and Sundanese are labels over Indonesian: the page as a whole is read as Indonesian.
    document.documentElement.lang = completeLanguageOf(context.language);
  }, [context.language]);

  const { comfort } = context;
  const reachPercent = context.kioskState?.reachPercent ?? 100;
  // Before anything below measures itself: with the size of before it would take room that it no longer needs.
  useInsertionEffect(
    () => applyComfort(document.documentElement, comfort, reachPercent),
    [comfort, reachPercent],
  );
  const comfortSetting = useMemo<ComfortSetting>(
    () => ({ comfort, open: () => send({ type: 'comfort.pressed' }) }),
    [comfort, send],
  );

  const guide = useGuide(completeLanguageOf(context.language), context.kioskState?.audio ?? 'off');
  // Heard until she turns it off or her visit ends.
  const [listeningVisit, setListeningVisit] = useState<number | null>(null);
  const isListening = listeningVisit === context.visit;
  useReadAloud(guide, isListening);
  const audio = useMemo<AudioSetting | null>(
    () =>
      guide === null
        ? null
        : { isOn: isListening, turn: (isOn) => setListeningVisit(isOn ? context.visit : null) },
    [guide, isListening, context.visit],
  );

  const corner = useMemo<CornerActions>(
    () => ({
      callStaff: (from) => send({ type: 'staff.pressed', from }),
      openEmergency: () => send({ type: 'emergency.pressed' }),
      leave: isVisiting ? () => send({ type: 'quickExit.pressed' }) : undefined,
    }),
    [send, isVisiting],
  );

  const idle = snapshot.children.idle as ActorRefFrom<typeof idleMachine> | undefined;
  const hasPrinter = canPrint(context.kioskState?.printer);
  const emergencyPrint = (snapshot.value as { emergency: unknown }).emergency;

  return (
    <LanguageProvider language={context.language}>
      <ComfortContext value={comfortSetting}>
        <AudioContext value={audio}>
          <CornerContext value={corner}>
            <div className={styles.lobby}>
              {context.kioskState?.isTraining ? (
                <p className={styles.training}>{catalogues[context.language].training}</p>
              ) : null}
              <Below isCovered={isEmergency} key={context.visit}>
                <VisitScreens snapshot={snapshot} send={send} bridge={bridge} flows={flows} />
              </Below>
              {isEmergency ? (
                <div className={styles.over}>
                  <EmergencyPage
                    hotlines={context.content?.hotlines ?? []}
                    print={printOf(emergencyPrint)}
                    canPrint={hasPrinter}
                    onPrint={() => send({ type: 'print.pressed' })}
                    onCallStaff={() => send({ type: 'staff.pressed', from: 'lobby.emergency' })}
                    onClose={() => send({ type: 'emergency.closed' })}
                  />
                </div>
              ) : null}
              <ComfortPanel
                isOpen={snapshot.matches({ comfort: 'open' })}
                onChange={(changes) => send({ type: 'comfort.changed', changes })}
                onClose={() => send({ type: 'comfort.closed' })}
              />
              <StaffNote
                call={(snapshot.value as { staff: StaffCall }).staff}
                onClose={() => send({ type: 'staff.closed' })}
              />
              {idle ? (
                <IdleWatch
                  idle={idle}
                  onStay={() => send({ type: 'stay.pressed' })}
                  onLeave={() => send({ type: 'quickExit.pressed' })}
                />
              ) : null}
            </div>
          </CornerContext>
        </AudioContext>
      </ComfortContext>
    </LanguageProvider>
  );
}

interface VisitScreensProps {
  snapshot: ReturnType<typeof useMachine<ReturnType<typeof provideLobby>>>[0];
  send(event: LobbyEvent): void;
  bridge: Bridge;
  flows: Flows;
}

function VisitScreens({ snapshot, send, bridge, flows }: VisitScreensProps) {
  const { content, kioskState, language, flow } = snapshot.context;
  const offered = Object.keys(flows) as FlowKey[];
  const tellForm = useCallback(
    (isShown: boolean) => send({ type: isShown ? 'form.shown' : 'form.gone' }),
    [send],
  );
  const leaveDesk = useCallback((errand: Errand | null) => send({ type: 'desk.left', errand }), [send]);
  const visitors = useMemo<VisitorsSide>(() => {
    const open = (Object.keys(flows) as FlowKey[]).filter((one) => mayBeginFlow(one, kioskState));
    return {
      flows: open,
      isRecordingClosed: kioskState?.mode !== 'ready',
      languages: [...Language.options, ...(kioskState?.extraLanguages ?? [])],
    };
  }, [flows, kioskState]);
  const openStaffDoor = () => send({ type: 'staffDoor.pressed' });

  if (snapshot.matches({ visit: 'desk' })) {
    return (
      <Desk
        bridge={bridge}
        timeZone={kioskState?.timeZone ?? 'Asia/Jakarta'}
        visitors={visitors}
        onLanguage={(chosen) => send({ type: 'language.chosen', language: chosen })}
        onLeave={leaveDesk}
      />
    );
  }
  if (snapshot.matches({ visit: 'outOfService' })) {
    return <ClosedScreen kioskState={kioskState} onStaffDoor={openStaffDoor} />;
  }
  if (snapshot.matches({ visit: 'noEngine' }) || snapshot.context.hasNoEngine) {
    return <ClosedScreen kioskState={null} />;
  }
  if (!content || !kioskState) {
    return (
      <Screen name="lobby.starting" question={{ title: catalogues[language].thread.loading }}>
        <ThreadLoading />
      </Screen>
    );
  }
  if (snapshot.matches({ visit: { visiting: 'language' } })) {
    return (
      <LanguageScreen
        extra={kioskState.extraLanguages}
        onChoose={(chosen) => send({ type: 'language.chosen', language: chosen })}
        onBack={() => send({ type: 'quickExit.pressed' })}
        onStaffDoor={openStaffDoor}
      />
    );
  }
  if (snapshot.matches({ visit: { visiting: 'home' } })) {
    return (
      <HomeScreen
        serviceName={content.service.name}
        kioskState={kioskState}
        isContentOld={content.isOld}
        notices={content.notices}
        flows={offered}
        onChoose={(chosen) => send({ type: 'flow.chosen', flow: chosen })}
        onBack={() => send({ type: 'back.pressed' })}
        onStaffDoor={openStaffDoor}
      />
    );
  }
  if (snapshot.matches({ visit: { visiting: 'thankYou' } })) {
    return <ThankYouScreen erasing={erasingOf(snapshot)} onDone={() => send({ type: 'done.pressed' })} />;
  }
  const Flow = flow === null ? undefined : flows[flow];
  if (snapshot.matches({ visit: { visiting: 'flow' } }) && Flow) {
    return (
      <GlossaryProvider entries={content.glossary.entries}>
        <PrivateFormContext value={tellForm}>
          <Flow
            key={flow}
            language={completeLanguageOf(language)}
            content={content}
            kioskState={kioskState}
            bridge={bridge}
            onFinished={() => send({ type: 'flow.finished' })}
            onLeave={() => send({ type: 'flow.left' })}
            onGoTo={(next) => send({ type: 'flow.chosen', flow: next })}
          />
        </PrivateFormContext>
      </GlossaryProvider>
    );
  }
  return (
    <AttractScreen
      serviceName={content.service.name}
      officeName={kioskState.officeName}
      products={content.showcase.products}
      notice={
        content.notices.find(({ level }) => level === 'urgent') ??
        content.notices.find(({ ofOffice }) => ofOffice) ??
        null
      }
      onStart={() => send({ type: 'screen.touched' })}
      onStaffDoor={openStaffDoor}
    />
  );
}

/** The screen below the emergency page: still mounted, out of reach, and with the focus where it was afterwards. */
function Below({ isCovered, children }: { isCovered: boolean; children: ReactNode }) {
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!isCovered) return;
    focused.current = document.activeElement;
    return () => {
      if (focused.current instanceof HTMLElement) focused.current.focus({ preventScroll: true });
    };
  }, [isCovered]);
  return (
    <div className={styles.below} inert={isCovered}>
      {children}
    </div>
  );
}

interface IdleWatchProps {
  idle: ActorRefFrom<typeof idleMachine>;
  onStay(): void;
  onLeave(): void;
}

function IdleWatch({ idle, onStay, onLeave }: IdleWatchProps) {
  const isAsking = useSelector(idle, (snapshot) => snapshot.matches('asking'));
  const secondsLeft = useSelector(idle, (snapshot) => snapshot.context.secondsLeft);
  const secondsInAll = useSelector(idle, (snapshot) => snapshot.context.secondsInAll);
  return (
    <IdleQuestion
      isOpen={isAsking}
      secondsLeft={secondsLeft}
      secondsInAll={secondsInAll}
      onStay={onStay}
      onLeave={onLeave}
    />
  );
}

function printOf(value: unknown): EmergencyPrint {
  const open = typeof value === 'object' && value !== null && 'open' in value ? value.open : 'reading';
  return open === 'printing' || open === 'printed' || open === 'notPrinted' ? open : 'reading';
}

function erasingOf(snapshot: VisitScreensProps['snapshot']): ThankYouScreenProps['erasing'] {
  if (snapshot.matches({ visit: { visiting: { thankYou: 'erased' } } })) return 'erased';
  return snapshot.matches({ visit: { visiting: { thankYou: 'notErased' } } }) ? 'notErased' : 'erasing';
}
