/** Bytes of one segment: marker, length, body. */
export function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

export interface JpegParts {
  width?: number;
  height?: number;
  components?: number;
  /** Put before the frame. */
  extra?: Buffer[];
  /** Coded picture; a marker inside is stuffed as an encoder does it. */
  scan?: Buffer;
  behind?: Buffer;
}

/** A JPEG by its form: no decoder would like its picture, every reader of segments does. */
export function aJpeg(parts: JpegParts = {}): Buffer<ArrayBuffer> {
  const {
    width = 640,
    height = 480,
    components = 3,
    extra = [],
    scan = Buffer.from([1, 2, 0xff, 0, 3]),
  } = parts;
  const frame = Buffer.alloc(6 + components * 3);
  frame[0] = 8;
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  frame[5] = components;
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...extra,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20, 1)),
    segment(0xda, Buffer.alloc(10, 1)),
    scan,
    Buffer.from([0xff, 0xd9]),
    parts.behind ?? Buffer.alloc(0),
  ]);
}
