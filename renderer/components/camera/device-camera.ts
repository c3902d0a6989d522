import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import type { CameraTools, CameraTrouble, Frame, LiveCamera, OpenedCamera } from './camera-tools.ts';
import { encodeToFit, scaledSize } from './jpeg.ts';
import type { FrameReader } from './worker-reader.ts';

export interface DeviceCameraDeps {
  bridge: Pick<Bridge, 'call'>;
  reader: FrameReader;
  /** Absent where Chromium has no devices at all. */
  devices: Pick<MediaDevices, 'getUserMedia'> | undefined;
}

/** A document is read, not a face: as sharp as the camera is, and never mirrored. */
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: { ideal: 'environment' } },
};

/**
 * The camera of this machine. The main process is told first, because Chromium refuses everything else; it is told again when
 * the last one that used it has stopped. Pictures live in memory alone and are cleared after use.
 */
export function deviceCamera({ bridge, reader, devices }: DeviceCameraDeps): CameraTools {
  let users = 0;
  const letGo = () => {
    users -= 1;
    if (users === 0) void bridge.call('camera.close', {});
  };
  return {
    ...reader,
    async open(): Promise<Result<OpenedCamera, CameraTrouble>> {
      users += 1;
      const lease = await bridge.call('camera.open', {});
      if (!lease.ok || !devices) {
        letGo();
        return failed({ code: lease.ok ? 'camera.none' : 'camera.no-answer' });
      }
      try {
        const stream = await devices.getUserMedia(WANTED);
        return succeeded({ camera: liveCamera(stream, letGo), leaseMs: lease.value.leaseMs });
      } catch (error) {
        letGo();
        return failed({ code: troubleOf(error) });
      }
    },
  };
}

/** Chromium names its reasons; what it does not name is a camera that cannot be used now. */
export function troubleOf(error: unknown): CameraTrouble {
  switch ((error as { name?: unknown } | null | undefined)?.name) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'camera.none';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'camera.refused';
    default:
      return 'camera.busy';
  }
}

function liveCamera(stream: MediaStream, letGo: () => void): LiveCamera {
  let shown: HTMLVideoElement | null = null;
  let isStopped = false;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });

  function draw(video: HTMLVideoElement, longSide: number): { width: number; height: number } | null {
    if (!pen || video.videoWidth === 0 || video.videoHeight === 0) return null;
    const size = scaledSize({ width: video.videoWidth, height: video.videoHeight }, longSide);
    canvas.width = size.width;
    canvas.height = size.height;
    pen.drawImage(video, 0, 0, size.width, size.height);
    return size;
  }

  /** A canvas without size holds no picture. */
  function clear(): void {
    canvas.width = 0;
    canvas.height = 0;
  }

  return {
    showIn(video) {
      shown = video;
      video.srcObject = stream;
      // A screen that is gone before the first picture breaks this promise off, and nobody misses it.
      video.play().catch(() => {});
      return () => {
        video.srcObject = null;
        if (shown === video) shown = null;
      };
    },
    readFrame(longSide): Frame | null {
      const size = shown && draw(shown, longSide);
      if (!size || !pen) return null;
      const { data } = pen.getImageData(0, 0, size.width, size.height);
      clear();
      return { data, ...size };
    },
    async takePhoto() {
      const video = shown;
      if (!video || isStopped) throw new Error('the camera shows nothing');
      // One moment for every size: the picture must not change between two tries.
      const moment = await createImageBitmap(video);
      try {
        return await encodeToFit((step) => encodeJpeg(moment, step));
      } finally {
        moment.close();
      }
    },
    onLost(listener) {
      for (const track of stream.getTracks()) {
        track.addEventListener('ended', () => {
          if (!isStopped) listener();
        });
      }
    },
    stop() {
      if (isStopped) return;
      isStopped = true;
      for (const track of stream.getTracks()) track.stop();
      if (shown) shown.srcObject = null;
      shown = null;
      clear();
      letGo();
    },
  };
}

async function encodeJpeg(
  moment: ImageBitmap,
  { longSide, quality }: { longSide: number; quality: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const size = scaledSize(moment, longSide);
  const canvas = new OffscreenCanvas(size.width, size.height);
  canvas.getContext('2d')?.drawImage(moment, 0, 0, size.width, size.height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  canvas.width = 0;
  canvas.height = 0;
  return new Uint8Array(await blob.arrayBuffer());
}
