const RAYS = Array.from({ length: 72 }, (_, at) => {
  const angle = (at * Math.PI) / 36;
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  return `M${round(500 + x * 270)} ${round(420 + y * 270)}L${round(500 + x * 900)} ${round(420 + y * 900)}`;
}).join('');

/** Stripes of the awning, from a narrow top to a wide scalloped edge. */
function stripes(first: number): string {
  let path = '';
  for (let at = first; at < 10; at += 2) {
    const [top, low] = [140 + at * 72, 80 + at * 84];
    path += `M${top} 60H${top + 72}L${low + 84} 220a42 42 0 0 1 -84 0z`;
  }
  return path;
}

const DIAMONDS = Array.from({ length: 11 }, (_, at) => `M${100 + at * 80} 650l26 34 -26 34 -26 -34z`).join(
  '',
);

/** A market stall in the morning: the awning is up, the cloth is laid, and the places on it are still free. */
export function StallScene() {
  return (
    <svg viewBox="0 0 1000 760" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="1000" height="760" fill="var(--marigold-mist)" />
      <path d={RAYS} stroke="var(--marigold)" strokeWidth="3" />
      <circle cx="500" cy="420" r="240" fill="var(--marigold)" />
      <path d="M120 200V760M880 200V760" stroke="var(--terracotta)" strokeWidth="22" />
      <path d={stripes(0)} fill="var(--indigo)" />
      <path d={stripes(1)} fill="var(--white)" />
      <path d="M130 60H870" stroke="var(--indigo-deep)" strokeWidth="18" strokeLinecap="round" />
      <path d="M50 570H950V760H50z" fill="var(--terracotta-bright)" />
      <path d="M50 570H950V604H50z" fill="var(--terracotta)" />
      <path d={DIAMONDS} fill="var(--terracotta-light)" />
      <g fill="none" stroke="var(--indigo-deep)" strokeWidth="7" strokeDasharray="4 17" strokeLinecap="round">
        <path d="M200 566V430q0-30 30-36V350h70v44q30 6 30 36v136z" />
        <path d="M410 566q-24-90-20-140h220q4 50-20 140zM430 426q0-120 70-120t70 120" />
        <path d="M680 566V440h130v126zM680 470h130M680 506h130M680 540h130" />
      </g>
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
