import { box, disc, EVERYTHING, INK, leaf, oval, type Painter, shadow, stillLife } from './painter.ts';

/** Bands of a woven cloth from top to bottom of a height, each with its motif. */
function ikat(p: Painter, from: number, to: number, left: number, right: number): void {
  const bands = [INK.terracotta, INK.indigoDeep, INK.terracottaBright, INK.indigoDeep, INK.terracotta];
  const height = (to - from) / bands.length;
  bands.forEach((color, band) => {
    const y = from + band * height;
    p.fill(box(left, y, right - left, height + 1), color);
    const middle = y + height / 2;
    if (band % 2 === 0) {
      for (let x = left - 20; x < right + 60; x += height * 1.05) {
        const r = height * 0.44;
        p.fill(`M${x} ${middle - r}L${x + r} ${middle}L${x} ${middle + r}L${x - r} ${middle}z`, INK.marigold);
        p.fill(
          `M${x} ${middle - r * 0.62}L${x + r * 0.62} ${middle}L${x} ${middle + r * 0.62}L${x - r * 0.62} ${middle}z`,
          INK.indigoDeep,
        );
        p.fill(
          `M${x} ${middle - r * 0.3}L${x + r * 0.3} ${middle}L${x} ${middle + r * 0.3}L${x - r * 0.3} ${middle}z`,
          INK.paper,
        );
      }
    } else {
      for (let x = left - 20; x < right + 60; x += height * 0.7) {
        p.line(
          `M${x} ${middle + height * 0.3}V${middle - height * 0.3}M${x - height * 0.2} ${middle - height * 0.1}L${x} ${middle - height * 0.3}L${x + height * 0.2} ${middle - height * 0.1}M${x - height * 0.2} ${middle + height * 0.14}L${x} ${middle - height * 0.06}L${x + height * 0.2} ${middle + height * 0.14}`,
          INK.marigoldMist,
          Math.max(4, height / 18),
        );
      }
    }
    p.line(
      `M${left} ${y + 5}H${right}M${left} ${y + height - 5}H${right}`,
      INK.paper,
      Math.max(3, height / 30),
    );
  });
  let threads = '';
  for (let y = from; y < to; y += 6) threads += `M${left} ${y}H${right}`;
  p.line(threads, INK.indigoNight, 1.2, 0.35);
}

/** A woven cloth over a pole, its fringe hanging free. */
export function wovenCloth(p: Painter): void {
  stillLife(p, {
    wall: INK.paperDeep,
    rays: '#e6dac2',
    sun: INK.marigoldMist,
    table: INK.sand,
    edge: INK.straw,
    tableAt: 930,
  });
  p.fill(box(60, 118, 960, 34, 17), INK.strawDeep);
  p.line('M90 128H990', INK.straw, 7);
  p.line('M200 120V0M880 120V0', INK.strawDeep, 9);
  const back = 'M620 118H900V640C860 652 830 632 790 646C740 660 690 636 620 650z';
  p.within(back, () => {
    ikat(p, 110, 660, 600, 920);
    p.fill(back, INK.indigoNight, 0.4);
  });
  const front =
    'M190 112C360 104 560 120 700 112C712 300 690 560 704 822C640 846 580 812 520 834C440 858 300 812 186 838C200 560 178 330 190 112z';
  p.within(front, () => {
    ikat(p, 106, 850, 170, 720);
    p.hatch('M560 100H720V860H600C560 600 610 360 560 100z', INK.indigoNight, {
      angle: 88,
      gap: 12,
      width: 4,
      alpha: 0.55,
    });
    p.hatch('M300 100H360V860H330C290 600 330 360 300 100z', INK.indigoNight, {
      angle: 88,
      gap: 12,
      width: 4,
      alpha: 0.45,
    });
  });
  let fringe = '';
  for (let x = 194; x < 704; x += 17) fringe += `M${x} ${826 + 10 * Math.sin(x / 60)}c-4 30 8 50 0 92`;
  p.line(fringe, INK.marigold, 6);
  let knots = '';
  for (let x = 194; x < 704; x += 34) knots += disc(x + 6, 862 + 10 * Math.sin(x / 60), 8);
  p.fill(knots, INK.terracottaBright);
  p.at(880, 880, () => spool(p), { scale: 0.9 });
}

function spool(p: Painter, thread: string = INK.indigo): void {
  shadow(p, 0, 92, 120, 18, INK.strawDeep);
  p.fill(box(-70, -100, 140, 190, 8), thread);
  p.line('M-70 -74H70M-70 -50H70M-70 -26H70M-70 -2H70M-70 22H70M-70 46H70M-70 70H70', INK.indigoLight, 3);
  p.fill(box(-92, -124, 184, 34, 12), INK.straw);
  p.fill(box(-92, 72, 184, 34, 12), INK.straw);
  p.line(box(-92, -124, 184, 34, 12) + box(-92, 72, 184, 34, 12), INK.strawDeep, 5);
}

/** The same cloth from close by. */
export function wovenCloser(p: Painter): void {
  p.fill(EVERYTHING, INK.indigoDeep);
  ikat(p, -60, 1140, 0, 1080);
  p.hatch('M760 0H1080V1080H620C780 760 640 400 760 0z', INK.indigoNight, {
    angle: 88,
    gap: 14,
    width: 5,
    alpha: 0.4,
  });
}

/** A round bag of bamboo with leather handles. */
export function bambooBag(p: Painter): void {
  stillLife(p, {
    wall: INK.indigoLight,
    rays: '#a3aeea',
    sun: INK.indigoMist,
    table: INK.terracottaLight,
    edge: INK.terracottaBright,
    tableAt: 810,
  });
  shadow(p, 540, 930, 360, 40, INK.terracotta);
  p.line('M330 420C330 60 750 60 750 420', INK.terracottaDeep, 44);
  p.line('M330 420C330 60 750 60 750 420', INK.terracotta, 30);
  p.line('M330 420C330 60 750 60 750 420', INK.terracottaLight, 4);
  const body = 'M210 420C180 620 200 820 290 905C330 938 750 938 790 905C880 820 900 620 870 420z';
  p.fill(body, INK.straw);
  p.within(body, () => {
    const cell = 62;
    for (let row = 0; row < 10; row++) {
      for (let column = 0; column < 13; column++) {
        const x = 160 + column * cell;
        const y = 400 + row * cell;
        const isDark = (column + row) % 4 === 0 || (column - row + 20) % 4 === 0;
        const isUpright = (column + row) % 2 === 0;
        p.fill(box(x, y, cell, cell), isDark ? INK.terracottaBright : isUpright ? '#e7c98c' : INK.straw);
        p.line(
          isUpright
            ? `M${x + 16} ${y + 4}V${y + 58}M${x + 31} ${y + 4}V${y + 58}M${x + 46} ${y + 4}V${y + 58}`
            : `M${x + 4} ${y + 16}H${x + 58}M${x + 4} ${y + 31}H${x + 58}M${x + 4} ${y + 46}H${x + 58}`,
          isDark ? INK.terracotta : INK.strawDeep,
          3,
        );
        p.line(box(x, y, cell, cell), INK.strawDeep, 3);
      }
    }
    p.hatch('M720 400H920V950H600C740 840 780 600 720 400z', INK.terracottaDeep, {
      angle: 72,
      gap: 14,
      width: 3.5,
      alpha: 0.7,
    });
  });
  p.line(body, INK.terracottaDeep, 7);
  p.fill(box(190, 386, 700, 66, 33), INK.terracotta);
  let stitches = '';
  for (let x = 224; x < 870; x += 36) stitches += `M${x} 419h18`;
  p.line(stitches, INK.terracottaLight, 6);
  for (const x of [330, 750]) {
    p.fill(box(x - 34, 400, 68, 116, 16), INK.terracottaDeep);
    p.fill(disc(x, 430, 9) + disc(x, 486, 9), INK.marigold);
  }
  const scarf =
    'M318 280C250 300 230 360 262 420C300 470 270 560 220 640C290 650 330 560 344 500C380 560 440 590 490 580C430 520 400 440 398 380C404 320 370 276 318 280z';
  p.fill(scarf, INK.leaf);
  p.within(scarf, () => {
    for (let y = 270; y < 660; y += 44)
      for (let x = 210; x < 500; x += 44) p.fill(disc(x + ((y / 44) % 2) * 22, y, 8), INK.leafLight);
  });
  p.line(scarf, INK.leafDeep, 5);
}

/** Bars of soap tied with string, a flower, bubbles. */
export function soap(p: Painter): void {
  stillLife(p, {
    wall: INK.leafMist,
    rays: '#cfe5d5',
    sun: INK.terracottaMist,
    table: INK.leafBright,
    edge: INK.leaf,
    tableAt: 800,
  });
  shadow(p, 540, 935, 380, 36, INK.leafDeep);
  p.at(540, 850, () => bar(p, INK.terracottaLight, '#e79f7e', INK.terracottaBright));
  p.at(520, 690, () => bar(p, INK.marigoldMist, '#f3d68f', INK.marigoldDeep), { turn: -2 });
  p.at(556, 530, () => bar(p, INK.leafLight, '#7fbf97', INK.leaf), { turn: 2 });
  p.line('M540 440V938', INK.strawDeep, 12);
  p.line('M540 440V938', INK.straw, 5);
  p.line(
    'M540 446C600 370 700 380 690 430C680 470 600 466 540 446C480 370 384 380 396 430C406 468 480 466 540 446M540 450l-70 74M540 450l80 70',
    INK.straw,
    11,
  );
  p.at(540, 360, () => frangipani(p));
  for (const [x, y, r] of [
    [190, 300, 62],
    [290, 190, 36],
    [130, 470, 30],
    [860, 260, 74],
    [950, 420, 40],
    [770, 130, 30],
    [930, 120, 22],
  ] as const) {
    p.fill(disc(x, y, r), INK.paper, 0.6);
    p.line(disc(x, y, r), INK.leafBright, 4);
    p.line(
      `M${x - r * 0.5} ${y - r * 0.2}C${x - r * 0.4} ${y - r * 0.5} ${x - r * 0.2} ${y - r * 0.6} ${x} ${y - r * 0.62}`,
      INK.leafBright,
      5,
    );
  }
}

function bar(p: Painter, face: string, side: string, line: string): void {
  p.fill(box(-330, -80, 660, 166, 40), side);
  p.fill(box(-330, -88, 660, 118, 40), face);
  p.line(box(-330, -88, 660, 174, 40), INK.leafDeep, 5);
  p.hatch(box(170, -80, 150, 158, 36), line, { angle: 70, gap: 13, width: 2.5 });
  p.line('M-290 -50H-120', INK.paper, 11);
  for (const x of [-220, -60, 110])
    p.at(x, -10, () => p.line('M-30 0C-10 -24 10 -24 30 0C10 24 -10 24 -30 0z', line, 4));
}

function frangipani(p: Painter): void {
  for (const turn of [200, 340]) p.at(0, 20, () => leaf(p, 260, INK.leaf, INK.leafLight), { turn });
  for (let turn = 0; turn < 360; turn += 72) {
    p.at(
      0,
      0,
      () => {
        const petal = 'M0 0C20 -60 90 -110 150 -70C190 -20 110 50 0 0z';
        p.fill(petal, INK.paper);
        p.fill('M0 0C20 -26 46 -40 70 -26C80 -6 40 14 0 0z', INK.marigold);
        p.line(petal, INK.strawDeep, 4);
      },
      { turn },
    );
  }
  p.fill(disc(0, 0, 16), INK.marigoldDeep);
  p.fill(oval(0, 0, 7, 7), INK.marigoldMist);
}

/** A sewing machine at work on a red cloth. */
export function sewing(p: Painter): void {
  stillLife(p, {
    wall: INK.marigold,
    rays: '#e8a414',
    sun: INK.marigoldMist,
    table: INK.terracotta,
    edge: INK.terracottaDeep,
    tableAt: 810,
  });
  shadow(p, 540, 905, 430, 30, INK.ink);
  p.fill(box(140, 780, 820, 108, 22), INK.strawDeep);
  p.line('M170 806H930', INK.straw, 7);
  const body =
    'M180 780V744H640C676 744 690 720 690 680V520C690 470 660 452 620 452H430C390 452 372 470 372 510V600H246V430C246 330 300 270 400 270H760C850 270 894 320 894 410V780z';
  p.fill(body, INK.indigoNight);
  p.within(body, () => {
    p.hatch('M780 260H920V790H700C780 640 800 420 780 260z', INK.indigoLight, {
      angle: 80,
      gap: 14,
      width: 2.5,
      alpha: 0.6,
    });
  });
  p.line('M300 400C320 340 360 318 420 316H740C810 318 840 340 846 400', INK.marigold, 6);
  p.line('M206 764H860', INK.marigold, 5);
  for (const [x, y] of [
    [470, 380],
    [590, 380],
    [710, 380],
  ] as const) {
    p.at(x, y, () => {
      for (let turn = 45; turn < 360; turn += 90)
        p.at(0, 0, () => p.fill('M4 0C12 -16 28 -16 36 0C28 16 12 16 4 0z', INK.marigold), { turn });
      p.fill(disc(0, 0, 6), INK.terracottaBright);
    });
  }
  p.line('M792 480v180M762 520v100M822 520v100', INK.marigold, 6);
  p.fill(disc(930, 470, 104), INK.indigoNight);
  p.line(disc(930, 470, 78), INK.marigold, 6);
  p.fill(disc(930, 470, 26), INK.straw);
  p.line('M930 392V548M852 470H1008', INK.marigold, 6);
  p.fill(box(282, 590, 54, 90, 8), INK.sand);
  p.line('M309 680V770', INK.sand, 11);
  p.line('M270 700H350', INK.sand, 12);
  p.at(440, 208, () => spool(p, INK.terracottaBright), { scale: 0.56 });
  p.line('M400 180C340 200 300 240 296 330C292 420 312 500 309 590', INK.terracottaBright, 5);
  const cloth =
    'M30 776C140 750 250 770 360 764C440 760 520 762 560 772L520 812C500 860 520 900 486 960C470 1000 480 1040 470 1080H60C80 1020 50 980 58 930C66 880 20 830 30 776z';
  p.fill(cloth, INK.chili);
  p.within(cloth, () => {
    for (let y = 740; y < 1070; y += 62)
      for (let x = 30; x < 600; x += 62) {
        const cx = x + ((y / 62) % 2) * 31;
        p.fill(`M${cx} ${y - 14}L${cx + 14} ${y}L${cx} ${y + 14}L${cx - 14} ${y}z`, INK.marigold);
      }
    p.hatch('M190 800C160 900 210 980 180 1080H260C290 980 240 900 270 800z', INK.terracottaDeep, {
      angle: 86,
      gap: 13,
      width: 4,
      alpha: 0.7,
    });
    p.hatch('M420 800C400 900 430 980 400 1080H500L560 790z', INK.terracottaDeep, {
      angle: 86,
      gap: 13,
      width: 4,
      alpha: 0.7,
    });
    p.fill(
      'M20 770C140 744 250 764 360 758C440 754 520 756 570 768L540 800C420 786 300 806 200 796C120 790 60 800 24 812z',
      '#c93f31',
    );
  });
  p.line(cloth, INK.terracottaDeep, 6);
  p.line('M70 792C180 776 320 790 440 782', INK.paper, 5);
  p.at(790, 968, () => {
    p.line('M-60 -34L110 40M-60 40L110 -34', INK.sand, 16);
    p.line(disc(-92, -46, 36) + disc(-92, 52, 36), INK.indigo, 16);
    p.fill(disc(16, 3, 8), INK.indigoNight);
  });
}

/** An open exercise book, pencils, two who talk: lessons before leaving. */
export function languageLessons(p: Painter): void {
  stillLife(p, {
    wall: INK.indigoDeep,
    rays: '#26317a',
    table: INK.straw,
    edge: INK.strawDeep,
    tableAt: 760,
  });
  bubble(
    p,
    'M110 150H560C600 150 620 170 620 210V380C620 420 600 440 560 440H330L230 530V440H110C70 440 50 420 50 380V210C50 170 70 150 110 150z',
    INK.paper,
  );
  p.line('M120 236H520M120 296H440M120 356H360', INK.indigo, 18);
  bubble(
    p,
    'M640 280H960C1000 280 1020 300 1020 340V510C1020 550 1000 570 960 570H920V660L820 570H640C600 570 580 550 580 510V340C580 300 600 280 640 280z',
    INK.marigold,
  );
  p.line('M650 366H940M650 426H880M650 486H790', INK.terracotta, 18);
  shadow(p, 540, 985, 440, 34, INK.terracotta);
  const left = 'M540 700C440 640 250 640 110 690L60 950C220 900 440 900 540 970z';
  const right = 'M540 700C640 640 830 640 970 690L1020 950C860 900 640 900 540 970z';
  p.fill(
    'M60 950L50 980C220 930 440 930 540 1000C640 930 860 930 1030 980L1020 950L540 900z',
    INK.terracotta,
  );
  p.fill(left, INK.paper);
  p.fill(right, INK.paperDeep);
  p.line(left, INK.indigoNight, 5);
  p.line(right, INK.indigoNight, 5);
  for (let row = 0; row < 5; row++) {
    const y = 712 + row * 46;
    p.line(
      `M${150 - row * 8} ${y + 14}C280 ${y - 22} 420 ${y - 14} 500 ${y + 26}`,
      row === 0 ? INK.terracottaBright : INK.indigoLight,
      row === 0 ? 9 : 6,
    );
    p.line(`M580 ${y + 26}C660 ${y - 14} 800 ${y - 22} ${930 + row * 8} ${y + 14}`, INK.indigoLight, 6);
  }
  p.hatch('M540 700C570 690 600 680 630 676L640 906C600 926 566 946 540 970z', INK.strawDeep, {
    angle: 80,
    gap: 11,
    width: 3,
  });
  p.at(760, 830, () => pencil(p), { turn: -24 });
}

function bubble(p: Painter, shape: string, color: string): void {
  p.fill(shape, color);
  p.line(shape, INK.indigoNight, 6);
}

function pencil(p: Painter): void {
  p.fill(box(-150, -22, 330, 44), INK.terracottaBright);
  p.line('M-150 -7H180M-150 8H180', INK.terracotta, 4);
  p.fill('M-150 -22L-230 0L-150 22z', INK.terracottaMist);
  p.fill('M-204 -7L-232 0L-204 7z', INK.indigoNight);
  p.fill(box(176, -24, 30, 48), INK.sand);
  p.fill(box(204, -24, 50, 48, 14), INK.terracottaLight);
}
