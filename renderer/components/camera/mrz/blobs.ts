/** A connected spot of ink. */
export interface Blob {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Middle of the box. */
  x: number;
  y: number;
  height: number;
  width: number;
}

/** Spots that could be one character of a passport's lines: not a speck, not a picture. */
export function findBlobs(ink: Uint8Array, width: number, height: number): Blob[] {
  const seen = new Uint8Array(ink.length);
  const stack: number[] = [];
  const blobs: Blob[] = [];
  const least = Math.max(5, Math.round(height * 0.008));
  const most = Math.round(height * 0.09);
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] !== 1 || seen[start] === 1) continue;
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    stack.push(start);
    seen[start] = 1;
    while (stack.length > 0) {
      const at = stack.pop() ?? 0;
      const x = at % width;
      const y = (at - x) / width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const nx = x + dx;
          const ny = y + dy;
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const next = ny * width + nx;
          if (ink[next] === 1 && seen[next] === 0) {
            seen[next] = 1;
            stack.push(next);
          }
        }
      }
    }
    const box = { left, top, right, bottom, width: right - left + 1, height: bottom - top + 1 };
    if (box.height < least || box.height > most || box.width > box.height * 1.6) continue;
    blobs.push({ ...box, x: (left + right) / 2, y: (top + bottom) / 2 });
  }
  return blobs;
}
