/** How long one capture screen may keep the camera. Longer than anybody needs, shorter than a forgotten screen. */
export const CAMERA_LEASE_MS = 3 * 60_000;

/** Who may use the camera now: nobody, unless a capture screen has said that it is open. */
export interface CameraLease {
  /** Answers how long it lasts, in milliseconds. */
  open(): number;
  close(): void;
  isOpen(): boolean;
}

/** `monotonic` in milliseconds: setting the wall clock neither lengthens nor opens anything. */
export function createCameraLease({ monotonic }: { monotonic(): number }): CameraLease {
  let endsAt = Number.NEGATIVE_INFINITY;
  return {
    open() {
      endsAt = monotonic() + CAMERA_LEASE_MS;
      return CAMERA_LEASE_MS;
    },
    close() {
      endsAt = Number.NEGATIVE_INFINITY;
    },
    isOpen: () => monotonic() < endsAt,
  };
}

/** What Chromium says about a wish for a permission, as far as it matters here. */
export interface Wish {
  permission: string;
  /** The page that asks, or its origin. */
  address: string;
  isMainFrame: boolean;
  media: readonly string[];
}

/** The one thing that is ever granted: moving pictures without sound, to our own page, while the lease lasts. */
export function mayHaveCamera(
  { permission, address, isMainFrame, media }: Wish,
  { lease, isOurs }: { lease: Pick<CameraLease, 'isOpen'>; isOurs(address: string): boolean },
): boolean {
  return (
    permission === 'media' &&
    media.length > 0 &&
    media.every((kind) => kind === 'video') &&
    isMainFrame &&
    isOurs(address) &&
    lease.isOpen()
  );
}
