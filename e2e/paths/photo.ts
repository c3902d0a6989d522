import { cameraId } from '../../renderer/texts/camera.id.ts';
import { failed, succeeded } from '../../shared/lib/result.ts';
import type { EngineEvent } from './flow-model.ts';
import type { Hands, ScriptedAnswer } from './hands.ts';

/** For the machine; what the real camera takes is never compared with it. */
export const EXAMPLE_JPEG = new Uint8Array([0xff, 0xd8, 0xff]);
export const photoId = (at: number) => String(at).repeat(64);

/** Longer than the flows wait for a photo to be sealed. */
export const PHOTO_PATIENCE_MS = 60_000;
/** The camera shows its first picture, and the hand is steady. */
const AIMING_MS = 800;

/** Everything that can come of a photo that she took. */
export function photoOutcomes(
  actor: string,
  waitsAt: string,
  at: number,
): [string, EngineEvent, ScriptedAnswer | null][] {
  const done = (output: unknown): EngineEvent => ({ type: `xstate.done.actor.${actor}`, output });
  const full = failed({ code: 'intake.disk-full' });
  return [
    ['kept', done(succeeded({ id: photoId(at) })), null],
    ['the disk is full', done(full), full],
    ['the engine breaks', { type: `xstate.error.actor.${actor}`, error: new Error('scripted') }, 'breaks'],
    ['nobody answers', { type: `xstate.after.photoPatience.${waitsAt}` }, 'silent'],
  ];
}

/** From the picture of the camera to the press that keeps the photo. */
export async function takePhoto(hands: Hands, answer: ScriptedAnswer | null): Promise<void> {
  await hands.answer('attachment.add', answer);
  await hands.page.getByText(cameraId.isOn).waitFor();
  await hands.page.waitForTimeout(AIMING_MS);
  await hands.press(cameraId.photo.shutter);
  await hands.visitor.sees('camera.review');
  await hands.press(cameraId.photo.use);
}
