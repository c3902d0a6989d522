import { useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Bridge } from './bridge/bridge.ts';
import { startKeypad } from './comfort/keypad.ts';
import { CameraContext } from './components/camera/camera-tools.ts';
import { deviceCamera } from './components/camera/device-camera.ts';
import { workerReader } from './components/camera/worker-reader.ts';
import { startHeartbeat } from './lobby/heartbeat.ts';
import { watchKeyboard } from './lobby/keyboard-use.ts';
import { Lobby } from './lobby/lobby.tsx';
import { startSounds } from './sounds/sounds.ts';

/** The whole kiosk over one bridge. */
export function App({ bridge }: { bridge: Bridge }) {
  const camera = useMemo(
    () => deviceCamera({ bridge, reader: workerReader(), devices: navigator.mediaDevices }),
    [bridge],
  );
  useEffect(() => startHeartbeat(bridge), [bridge]);
  useEffect(refuseMenusAndDrags, []);
  useEffect(() => watchKeyboard(window, document.documentElement), []);
  useEffect(() => startKeypad(window), []);
  useEffect(() => startSounds(window), []);
  return (
    <I18nProvider locale="id-ID">
      <CameraContext value={camera}>
        <Lobby bridge={bridge} />
      </CameraContext>
    </I18nProvider>
  );
}

/** A long press must not open a menu, and nothing may be dragged out of the page. */
function refuseMenusAndDrags(): () => void {
  const refuse = (event: Event) => event.preventDefault();
  const kinds = ['contextmenu', 'dragstart', 'drop', 'dragover'] as const;
  for (const kind of kinds) document.addEventListener(kind, refuse);
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, refuse);
  };
}
