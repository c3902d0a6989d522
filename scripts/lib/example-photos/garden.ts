import { box, disc, INK, leaf, oval, type Painter, shadow, stillLife } from './painter.ts';
import { shallot } from './snacks.ts';

/** A crate of what came from the field this morning. */
export function vegetables(p: Painter): void {
  stillLife(p, {
    wall: INK.terracottaMist,
    rays: '#f3d8c6',
    sun: INK.marigold,
    table: INK.indigoDeep,
    edge: INK.indigoNight,
    tableAt: 830,
  });
  for (const [x, y, turn, length] of [
    [300, 560, -128, 330],
    [360, 560, -104, 380],
    [430, 560, -82, 360],
    [250, 580, -150, 280],
  ] as const)
    p.at(x, y, () => leaf(p, length, INK.leafBright, INK.leafLight), { turn });
  for (const [x, y] of [
    [590, 520],
    [690, 470],
    [770, 540],
  ] as const)
    p.at(x, y, () => tomato(p));
  p.at(520, 540, () => shallot(p), { scale: 1.05 });
  p.at(400, 570, () => shallot(p), { scale: 1.05, turn: -16 });
  p.at(860, 560, () => corn(p), { turn: 22 });
  p.at(660, 590, () => shallot(p), { turn: 14 });
  p.at(240, 610, () => tomato(p));
  p.at(780, 620, () => tomato(p));
  crate(p);
  shadow(p, 540, 1000, 430, 26, INK.indigoNight);
}

function tomato(p: Painter): void {
  const shape = oval(0, 0, 100, 88);
  p.fill(shape, INK.chili);
  p.within(shape, () => {
    p.hatch('M30 -90H110V90H10C70 30 70 -40 30 -90z', INK.terracottaDeep, { angle: 62, gap: 12, width: 3 });
    p.fill(oval(-44, -30, 16, 24), INK.terracottaLight);
  });
  p.line(shape, INK.terracottaDeep, 4);
  for (let turn = -160; turn < 20; turn += 36)
    p.at(0, -74, () => p.fill('M0 0C16 -10 40 -8 54 6C34 14 14 12 0 0z', INK.leaf), { turn });
  p.line('M0 -76v-26', INK.leaf, 9);
}

function corn(p: Painter): void {
  const ear = 'M-70 150C-80 0 -60 -150 0 -230C60 -150 80 0 70 150z';
  p.fill(ear, INK.marigold);
  p.within(ear, () => {
    for (let y = -220; y < 150; y += 34)
      for (let x = -84; x < 84; x += 36)
        p.line(box(x + ((y / 34) % 2) * 18, y, 32, 30, 12), INK.marigoldDeep, 4);
  });
  p.line(ear, INK.terracotta, 4);
  p.fill('M-90 170C-120 60 -90 -40 -40 -80C-50 20 -30 110 0 170z', INK.leafBright);
  p.fill('M90 170C120 60 90 -40 40 -80C50 20 30 110 0 170z', INK.leaf);
  p.line('M-74 130C-84 60 -70 0 -50 -40M74 130C84 60 70 0 50 -40', INK.leafLight, 4);
}

function crate(p: Painter): void {
  p.fill(box(130, 650, 820, 310), INK.indigoNight);
  for (const [row, y] of [640, 755, 870].entries()) {
    p.fill(box(110, y, 860, 102, 8), row === 1 ? INK.straw : '#e0bd7d');
    p.line(
      `M140 ${y + 26}H420M470 ${y + 26}H920M140 ${y + 54}H640M700 ${y + 54}H940M140 ${y + 80}H300M340 ${y + 80}H880`,
      INK.strawDeep,
      3,
    );
    p.line(box(110, y, 860, 102, 8), INK.terracotta, 5);
  }
  for (const x of [150, 860]) {
    p.fill(box(x, 620, 70, 372, 6), INK.strawDeep);
    p.line(box(x, 620, 70, 372, 6), INK.terracotta, 5);
    p.fill(disc(x + 35, 690, 9) + disc(x + 35, 806, 9) + disc(x + 35, 920, 9), INK.indigoNight);
  }
  p.fill(box(430, 776, 220, 60, 30), INK.indigoDeep);
}
