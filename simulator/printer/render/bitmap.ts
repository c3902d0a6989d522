/** What the print head burns: one byte per dot, 1 is black. */
export class DotBitmap {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.dots = new Uint8Array(width * height);
  }

  at(x: number, y: number): boolean {
    return this.dots[y * this.width + x] === 1;
  }

  set(x: number, y: number, black = true): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    this.dots[y * this.width + x] = black ? 1 : 0;
  }

  fill(x: number, y: number, width: number, height: number, black = true): void {
    for (let row = y; row < y + height; row++)
      for (let col = x; col < x + width; col++) this.set(col, row, black);
  }

  /** Lays another bitmap on top, each of its dots enlarged. */
  draw(other: DotBitmap, x: number, y: number, scaleX = 1, scaleY = 1): void {
    for (let row = 0; row < other.height; row++) {
      for (let col = 0; col < other.width; col++) {
        if (other.at(col, row)) this.fill(x + col * scaleX, y + row * scaleY, scaleX, scaleY);
      }
    }
  }

  /** Turns black to white and back within a rectangle. */
  invert(x: number, y: number, width: number, height: number): void {
    for (let row = y; row < y + height; row++) {
      for (let col = x; col < x + width; col++) this.set(col, row, !this.at(col, row));
    }
  }

  /** Rows `top` to `top + height` as opaque RGBA, as cameras and QR readers want it. */
  toRgba(top: number, height: number): Uint8ClampedArray<ArrayBuffer> {
    const rgba = new Uint8ClampedArray(this.width * height * 4).fill(255);
    for (let i = 0; i < this.width * height; i++) {
      if (this.dots[top * this.width + i] === 1) rgba.fill(0, i * 4, i * 4 + 3);
    }
    return rgba;
  }
}
