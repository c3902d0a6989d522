import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, ImageData, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import type { Frame } from '../renderer/components/camera/camera-tools.ts';

const WIDTH = 1280;
const HEIGHT = 720;

/** A camera made of a film. What is held before it is seen the next time that it is turned on. */
export interface FakeCamera {
  /** For Chromium, in tests alone: a real camera needs none. */
  switches: string[];
  /** A piece of paper, as tall as the picture allows. */
  holdPaper(png: Uint8Array): Promise<void>;
  holdFrame(frame: Frame): void;
  /** A letter with nothing to scan on it. */
  holdLetter(): void;
  coverLens(): void;
  remove(): void;
}

export function makeFakeCamera(): FakeCamera {
  const folder = mkdtempSync(join(tmpdir(), 'fake-camera-'));
  const film = join(folder, 'film.mjpeg');

  function shoot(draw: (pen: SKRSContext2D) => void): void {
    const canvas = createCanvas(WIDTH, HEIGHT);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#75664f';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    draw(pen);
    const frame = canvas.toBuffer('image/jpeg', 92);
    writeFileSync(film, Buffer.concat(Array.from({ length: 5 }, () => frame)));
  }

  const camera: FakeCamera = {
    switches: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
    async holdPaper(png) {
      const paper = await loadImage(Buffer.from(png));
      // The code stands at the foot of the slip: that end is held into the picture.
      const width = 560;
      const height = (paper.height * width) / paper.width;
      shoot((pen) => {
        pen.translate(WIDTH / 2, HEIGHT);
        pen.rotate(0.03);
        pen.drawImage(paper, -width / 2, 40 - height, width, height);
      });
    },
    holdFrame({ data, width, height }) {
      const picture = createCanvas(width, height);
      picture.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
      shoot((pen) => pen.drawImage(picture, 0, 0, WIDTH, HEIGHT));
    },
    holdLetter() {
      shoot((pen) => {
        pen.fillStyle = '#fbfaf5';
        pen.fillRect(340, 60, 600, 700);
        pen.fillStyle = '#555555';
        for (let line = 0; line < 12; line++) pen.fillRect(400, 130 + line * 46, 480 - (line % 4) * 40, 12);
      });
    },
    coverLens() {
      shoot((pen) => {
        pen.fillStyle = '#020202';
        pen.fillRect(0, 0, WIDTH, HEIGHT);
      });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  camera.holdLetter();
  return camera;
}

/** Keeps an eye on every camera that the page is given from now on. */
export async function watchCameraLight(
  page: Page,
): Promise<{ lit(): Promise<number>; given(): Promise<number> }> {
  await page.evaluate(() => {
    const tracks: MediaStreamTrack[] = [];
    const { mediaDevices } = navigator;
    const get = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await get(wish);
      tracks.push(...stream.getTracks());
      return stream;
    };
    Object.assign(window, { tracksForTest: tracks });
  });
  const count = (isLit: boolean) =>
    page.evaluate((onlyLit) => {
      const { tracksForTest } = window as unknown as { tracksForTest: MediaStreamTrack[] };
      return tracksForTest.filter((track) => !onlyLit || track.readyState === 'live').length;
    }, isLit);
  return { lit: () => count(true), given: () => count(false) };
}
