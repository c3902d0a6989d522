import { createContext } from 'react';
import type { MrzReading } from '../../../shared/domain/mrz.ts';
import { failed, type Result } from '../../../shared/lib/result.ts';

/** Why there is no picture. Each has its own words and its own way on. */
export type CameraTrouble =
  /** No camera is connected. */
  | 'camera.none'
  /** The kiosk, or the system below it, does not allow it. */
  | 'camera.refused'
  /** It is there and cannot be used now. */
  | 'camera.busy'
  /** It was unplugged, or stopped by itself, while it was on. */
  | 'camera.lost'
  | 'camera.no-answer';

/** One picture in memory: RGBA, row by row. */
export interface Frame {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** A camera that is on. Whoever opened it must stop it. */
export interface LiveCamera {
  /** Lets a video element show what the camera sees; the answer takes it away again. */
  showIn(video: HTMLVideoElement): () => void;
  /** What it sees now, at most `longSide` pixels long. Null: no picture yet. */
  readFrame(longSide: number): Frame | null;
  /** A JPEG that keeps to the limits of an attachment, without any note of place or device. Rejects when there is no picture. */
  takePhoto(): Promise<Uint8Array<ArrayBuffer>>;
  /** Tells when the camera goes away by itself. */
  onLost(listener: () => void): void;
  /** Turns the light off. Twice is fine. */
  stop(): void;
}

export interface OpenedCamera {
  camera: LiveCamera;
  /** After this the kiosk takes it away. */
  leaseMs: number;
}

/** Where pictures come from and what can be read in them. Examples and tests put something drawn in its place. */
export interface CameraTools {
  open(): Promise<Result<OpenedCamera, CameraTrouble>>;
  /** The text of a QR in the picture, or null. */
  readQr(frame: Frame): Promise<string | null>;
  /** A machine-readable zone whose check digits all agree, or null. */
  readMrz(frame: Frame): Promise<MrzReading | null>;
}

/** Where nothing was provided there is no camera. */
export const noCamera: CameraTools = {
  open: async () => failed({ code: 'camera.none' }),
  readQr: async () => null,
  readMrz: async () => null,
};

export const CameraContext = createContext<CameraTools>(noCamera);
