import type { IpcMainInvokeEvent } from 'electron';

/** Our own scheme, so that pages have an origin of their own and no file path can be asked for. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'kiosk';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_PAGE = `${APP_ORIGIN}/index.html`;

/** Whether an address belongs to the kiosk itself. Look-alikes ("app://kiosk.evil/") do not. */
export function isOurAddress(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
  } catch {
    return false;
  }
}

/** A message counts only from the main frame of our one window, while that frame shows our own page. */
export function isOurWindow(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  windowContentsId: number,
): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null && event.sender.id === windowContentsId && frame.parent === null && isOurAddress(frame.url)
  );
}
