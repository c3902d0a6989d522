import { create } from 'qrcode';
import { useMemo } from 'react';
import styles from './qr-picture.module.css';

/** Quiet modules around the code; scanners need four. */
const QUIET = 4;

export interface QrPictureProps {
  text: string;
  label: string;
}

/** A QR as one SVG path, dark on white in every theme: cameras do not read inverted codes. */
export function QrPicture({ text, label }: QrPictureProps) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  const box = size + 2 * QUIET;
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${box} ${box}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={box} height={box} fill="#ffffff" />
      <path d={path} fill="#000000" transform={`translate(${QUIET} ${QUIET})`} />
    </svg>
  );
}

/** Dark modules as horizontal bars, in modules. Level M, as on the slip. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      let to = from;
      while (to < modules.size && modules.get(row, to)) to++;
      if (to > from) path += `M${from} ${row}h${to - from}v1h${from - to}z`;
      from = to;
    }
  }
  return { size: modules.size, path };
}
