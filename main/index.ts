import { app, ipcMain, session } from 'electron';
import type { Crash } from '../shared/contract/crash.ts';
import { FIRST_SCREEN } from '../shared/contract/first-screen.ts';
import { noteCrash } from './crashes/crashes.ts';
import { runKioskctlHere } from './ctl/installed.ts';
import { openCtlServer } from './ctl/server.ts';
import { codeOf } from './db/trouble.ts';
import { startEngine } from './engine/engine.ts';
import { openDoor } from './ipc/handle.ts';
import { handlersOf } from './ipc/handlers.ts';
import { pushTo } from './ipc/push.ts';
import { readPlaces } from './places.ts';
import { checkSelf } from './self-check/self-check.ts';
import { createCameraLease } from './shell/camera-lease.ts';
import { createIdleWatch } from './shell/idle-watch.ts';
import { endLeaseWithPage, lockApp, lockSession } from './shell/lockdown.ts';
import { isOurWindow, START_PAGE } from './shell/origin.ts';
import { keepDisplayOn } from './shell/power.ts';
import { allowAppScheme, serveApp } from './shell/protocol.ts';
import { showRepairPage } from './shell/repair-window.ts';
import { refusedAtStart } from './shell/start-rules.ts';
import { stopOnce } from './shell/stop.ts';
import { watchTrial } from './shell/trial-watch.ts';
import { createUseMark } from './shell/use-mark.ts';
import { watchWindow } from './shell/watch.ts';
import { openWindow } from './shell/window.ts';
import { wipeBrowserTraces } from './shell/wipe.ts';
import { isNightlyMoment } from './supervisor/nightly.ts';
import { ownSupervisor } from './supervisor/notify.ts';
import { systemClock } from './system-clock.ts';
import { hourAt } from './updates/moment.ts';
import { updatePlacesOf } from './updates/places.ts';
import { markHealthy } from './updates/trial.ts';

/**
 * The boot order. One kiosk is one process: a second one would be a second writer. The engine starts before the
 * first page loads, so that the first screen already knows whether this kiosk can take a complaint.
 */
const places = readPlaces(app);
/** Whoever asked for a restart still gets the answer. */
const ANSWER_FIRST_MS = 500;
/** To the supervisor: start again at once, this was no crash. A staged version is put in place in between. */
const START_AGAIN = 75;
/** To the supervisor: started in a way that a release does not take. */
const REFUSED_START = 64;
const TRIAL_LOOK_EVERY_MS = 2_000;
const SELF_CHECK_EVERY_MS = 3_600_000;
const NIGHT_LOOK_EVERY_MS = 60_000;
/** The westernmost zone: 1 to 4 there is night in all of Indonesia. */
const NIGHT_ZONE = 'Asia/Jakarta';
const supervisor = ownSupervisor();
let exitCode = 0;
let unlocked: readonly string[] = [];

if (places.profile) app.setPath('userData', places.profile);
allowAppScheme();
lockApp();

// Chromium has not yet acted on any of them.
const refused = places.isTestBuild ? [] : refusedAtStart(process.argv.slice(1), process.env);
if (refused.length > 0) {
  console.error(`The kiosk does not start: a release does not obey ${refused.join(', ')}.`);
  app.exit(REFUSED_START);
} else if (app.commandLine.hasSwitch('kioskctl')) {
  runKioskctlHere(app);
} else if (app.commandLine.hasSwitch('repair')) {
  void app
    .whenReady()
    .then(() => showRepairPage(app, { content: places.content, supervisor, endCode: START_AGAIN }));
} else if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(boot);
} else {
  console.error('The kiosk is already running; this second start ends here.');
  app.exit(3);
}

function boot(): void {
  const camera = createCameraLease(systemClock);
  lockSession(session.defaultSession, camera);
  keepDisplayOn();

  const window = openWindow(places.preload, { kiosk: places.isKiosk, devTools: !app.isPackaged });
  endLeaseWithPage(window.webContents, camera);
  const push = pushTo(window.webContents);
  const idle = createIdleWatch(systemClock.monotonic);
  const markUse = createUseMark(process.env.POS_MIGRAN_IN_USE ?? null);
  const updatePlaces = updatePlacesOf(process.execPath);
  const engine = startEngine({
    ...places,
    clock: systemClock,
    appVersion: app.getVersion(),
    runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
    onKioskChange: (state) => push('kiosk.changed', state),
    onSlipChange: (slip) => push('slip.changed', slip),
    onContentChange: (content) => push('content.changed', content),
    relaunch: () => setTimeout(startAgain, ANSWER_FIRST_MS),
    unlocked: () => unlocked,
    ...(updatePlaces === null
      ? {}
      : {
          update: {
            places: updatePlaces,
            build: places.build,
            idleForMs: idle.idleForMs,
            leave: () => setTimeout(() => leaveWith(START_AGAIN), ANSWER_FIRST_MS),
          },
        }),
  });
  const trial =
    engine.trial && updatePlaces
      ? watchTrial({
          monotonic: systemClock.monotonic,
          isSound: engine.trial.isSound,
          passed() {
            markHealthy(places.dataFolder, updatePlaces);
            leaveWith(START_AGAIN);
          },
          failed(because) {
            engine.log.error('engine.trial', { code: 'trial.failed', because });
            leaveWith(1);
          },
        })
      : null;
  if (trial) setInterval(trial.check, TRIAL_LOOK_EVERY_MS);
  const ctl = openCtlServer({ dataFolder: places.dataFolder, desk: engine.desk, log: engine.log });
  serveApp(session.defaultSession, {
    folder: places.renderer,
    speech: places.speech,
    readPhoto: engine.readPhoto,
  });
  const recovery = watchWindow(window, {
    monotonic: systemClock.monotonic,
    relaunch: () => {
      if (!supervisor.isThere) app.relaunch();
      app.exit(1);
    },
    log(event, because) {
      engine.log.warn(event, { because });
      note('screen', because);
    },
  });
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') note(type === 'GPU' ? 'gpu' : 'helper', reason);
  });
  if (supervisor.isThere) {
    setInterval(() => {
      const hour = hourAt(systemClock.now(), NIGHT_ZONE);
      const night = { hour, upForMs: process.uptime() * 1000, idleForMs: idle.idleForMs() };
      if (isNightlyMoment(night)) leaveWith(START_AGAIN);
    }, NIGHT_LOOK_EVERY_MS);
  }
  openDoor(
    ipcMain,
    handlersOf(engine, {
      wipe: () => wipeBrowserTraces(session.defaultSession),
      heard(screen) {
        recovery.heard();
        idle.heard(screen);
        markUse(screen !== FIRST_SCREEN);
        trial?.heard();
      },
      camera,
    }),
    {
      isOurWindow: (event) => isOurWindow(event, window.webContents.id),
      onTrouble: (call, code, error) =>
        engine.log.error('ipc.trouble', { kind: call, code, because: codeOf(error) ?? 'none' }),
    },
  );
  stopOnce(
    app,
    window,
    async () => {
      await (await ctl).close();
      await engine.stop();
    },
    () => exitCode,
  );
  void window.loadURL(START_PAGE);
  supervisor.ready();
  void lookAtOneself();
  setInterval(() => void lookAtOneself(), SELF_CHECK_EVERY_MS);
}

/** What is not locked is said on the technician's desk; the kiosk runs all the same, for a visitor must not pay for it. */
async function lookAtOneself(): Promise<void> {
  const lines = await checkSelf(process.execPath, process.argv);
  unlocked = lines.filter(({ level }) => level === 'fail').map(({ what }) => what);
  for (const what of unlocked) console.error(`self-check: ${what}`);
}

/** Codes only, see `crashes/`. */
function note(part: Crash['process'], reason: string): void {
  noteCrash(places.dataFolder, { at: Date.now(), version: app.getVersion(), process: part, reason });
}

/** Orderly, and the supervisor hears why. */
function leaveWith(code: number): void {
  exitCode = code;
  supervisor.stopping();
  app.quit();
}

/** Orderly: the engine closes its files before the new process opens them. */
function startAgain(): void {
  if (supervisor.isThere) leaveWith(START_AGAIN);
  else {
    app.relaunch();
    app.quit();
  }
}

process.on('uncaughtException', (error) => {
  // Never a stack trace in a dialog on the lobby's screen; the supervisor starts the kiosk again.
  console.error(`The kiosk stops: ${error.name}`);
  note('main', error.name);
  app.exit(1);
});
