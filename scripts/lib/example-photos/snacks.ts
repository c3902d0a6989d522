import { box, disc, INK, leaf, oval, type Painter, shadow, stillLife } from './painter.ts';

/** Chips in a blue and white bowl, a hand of bananas behind. */
export function bananaChips(p: Painter): void {
  stillLife(p, {
    wall: INK.leafLight,
    rays: '#8fcca6',
    sun: INK.leafMist,
    table: INK.indigo,
    edge: INK.indigoDeep,
    tableAt: 790,
  });
  bananas(p);
  shadow(p, 560, 945, 380, 34, INK.indigoNight);
  heapOfChips(p);
  bowl(p);
  for (const [x, y] of [
    [120, 960],
    [215, 1010],
    [965, 1000],
  ] as const)
    p.at(x, y, () => chip(p), { turn: x, scale: 0.95 });
}

function bananas(p: Painter): void {
  for (const [turn, shade] of [
    [34, INK.marigoldDeep],
    [14, INK.marigold],
    [-8, '#f7c64f'],
    [-30, INK.marigold],
  ] as const) {
    p.at(
      320,
      190,
      () => {
        const shape =
          'M-20 0C-90 130 -96 320 0 470C14 486 36 476 34 456C10 330 20 150 40 10C40 -30 -10 -40 -20 0z';
        p.fill(shape, shade);
        p.within(shape, () =>
          p.hatch('M0 0C-20 150 -20 330 10 480H60V0z', INK.strawDeep, { angle: 86, gap: 11, width: 3 }),
        );
        p.line(shape, INK.terracotta, 5);
        p.fill('M-2 462l22 24 22 -12 -8 -24z', INK.terracottaDeep);
      },
      { turn },
    );
  }
  p.fill(
    'M278 216C270 150 300 110 330 96L372 128C350 160 356 200 364 222C340 244 300 244 278 216z',
    INK.leafBright,
  );
  p.line(
    'M278 216C270 150 300 110 330 96L372 128C350 160 356 200 364 222C340 244 300 244 278 216z',
    INK.leaf,
    5,
  );
}

function heapOfChips(p: Painter): void {
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 7 - row; column++) {
      const x = 290 + row * 46 + column * 92 + p.random(-14, 14);
      const y = 640 - row * 58 + p.random(-12, 12);
      p.at(x, y, () => chip(p), { turn: p.random(-50, 50), scale: p.random(0.95, 1.15) });
    }
  }
}

function chip(p: Painter): void {
  const shape = oval(0, 0, 72, 54);
  p.fill(oval(4, 9, 72, 54), INK.strawDeep);
  p.fill(shape, '#f7c64f');
  p.line(shape, INK.marigoldDeep, 5);
  p.line('M-36 0C-20 -22 20 -22 36 0C20 22 -20 22 -36 0z', INK.marigoldDeep, 4);
  p.line('M0 -14V14M-16 -6L16 6M16 -6L-16 6', INK.marigoldDeep, 4);
}

function bowl(p: Painter): void {
  const body = 'M190 650C196 800 300 930 440 946H680C820 930 924 800 930 650C760 700 360 700 190 650z';
  p.fill(body, INK.paper);
  p.within(body, () => {
    p.fill('M780 640H950V960H620C760 900 830 780 800 640z', INK.indigoMist);
    for (let x = 240; x < 940; x += 120) {
      p.at(x, 790, () => {
        for (let turn = 45; turn < 360; turn += 90) p.at(0, 0, () => petal(p), { turn });
        p.fill(disc(0, 0, 9), INK.marigold);
      });
    }
    p.line('M180 700C380 752 740 752 940 700M240 866C420 890 700 890 880 866', INK.indigo, 7);
    p.hatch('M820 640H950V960H660C800 880 850 780 820 640z', INK.indigo, { angle: 70, gap: 13, width: 2.5 });
  });
  p.line(body, INK.indigoNight, 6);
}

function petal(p: Painter): void {
  p.fill('M6 0C18 -26 46 -26 58 0C46 26 18 26 6 0z', INK.indigo);
  p.line('M16 0H48', INK.paper, 4);
}

/** A jar under a cloth, red within; chilies about it. */
export function sambal(p: Painter): void {
  stillLife(p, {
    wall: INK.marigoldMist,
    rays: '#f8dfa6',
    sun: INK.marigold,
    table: INK.leaf,
    edge: INK.leafDeep,
    tableAt: 800,
  });
  shadow(p, 540, 935, 300, 34, INK.leafDeep);
  jar(p);
  for (const [x, y, turn, scale] of [
    [128, 900, -24, 1],
    [230, 985, 8, 1.1],
    [760, 985, -14, 1.1],
    [835, 900, 26, 1],
  ] as const)
    p.at(x, y, () => chili(p), { turn, scale });
  p.at(940, 790, () => shallot(p));
  p.at(160, 790, () => garlic(p));
}

function jar(p: Painter): void {
  const body =
    'M330 380H750C800 400 812 440 812 490V870C812 910 790 930 750 930H330C290 930 268 910 268 870V490C268 440 280 400 330 380z';
  p.fill(body, INK.leafMist);
  p.within(body, () => {
    p.fill('M260 470C380 440 480 500 600 462C700 436 760 480 830 460V940H260z', INK.chili);
    for (let count = 0; count < 110; count++) {
      const x = p.random(275, 805);
      const y = p.random(490, 915);
      if (count % 3 === 0) p.fill(oval(x, y, 13, 8), INK.marigold);
      else if (count % 3 === 1) p.fill(oval(x, y, 10, 6), INK.terracottaBright);
      else p.fill(disc(x, y, 7), INK.terracottaDeep);
    }
    p.hatch('M690 370H830V940H640C720 760 720 560 690 370z', INK.terracottaDeep, {
      angle: 80,
      gap: 14,
      width: 3,
    });
    p.fill(box(300, 480, 26, 300, 13), INK.paper, 0.85);
    p.fill(box(300, 800, 26, 44, 13), INK.paper, 0.85);
  });
  p.line(body, INK.terracottaDeep, 7);
  const label = 'M350 600H730V830H350z';
  p.fill(label, INK.paper);
  p.line('M366 616H714V814H366z', INK.chili, 4);
  p.at(470, 716, () => chili(p), { turn: -16, scale: 0.72 });
  p.fill(box(430, 770, 220, 12), INK.leaf);
  const cloth =
    'M300 380C270 330 330 220 380 214H700C750 220 810 330 780 380C770 420 750 440 740 470L690 420L640 474L590 424L540 478L490 424L440 474L390 420L340 470C330 440 310 420 300 380z';
  p.fill(cloth, INK.indigo);
  p.within(cloth, () => {
    let checks = '';
    for (let x = 270; x < 820; x += 62) checks += `M${x} 200V500`;
    for (let y = 232; y < 500; y += 62) checks += `M260 ${y}H820`;
    p.line(checks, INK.paper, 9, 0.9);
    p.hatch('M640 200H820V500H600z', INK.indigoNight, { angle: 60, gap: 12, width: 3 });
  });
  p.fill(box(318, 366, 444, 26, 13), INK.straw);
  p.line(
    'M548 380C600 340 650 350 640 380C630 410 590 400 548 380C500 340 450 350 458 380C466 408 506 400 548 380M548 384l-44 74M548 384l52 66',
    INK.straw,
    9,
  );
}

function chili(p: Painter): void {
  const shape = 'M0 -8C50 -40 150 -36 230 18C240 26 232 36 222 32C150 6 70 44 8 34C-14 26 -16 0 0 -8z';
  p.fill(shape, INK.chili);
  p.line('M30 -8C80 -24 130 -18 170 0', INK.terracottaLight, 6);
  p.line(shape, INK.terracottaDeep, 4);
  p.fill('M10 -14C-16 -16 -22 -4 -24 14C-18 34 -6 40 14 36C22 20 22 0 10 -14z', INK.leafBright);
  p.line('M-20 14C-44 16 -56 0 -60 -22', INK.leafBright, 12);
}

export function shallot(p: Painter): void {
  const shape =
    'M0 -110C14 -60 84 -40 84 30C84 80 40 100 0 100C-40 100 -84 80 -84 30C-84 -40 -14 -60 0 -110z';
  p.fill(shape, '#a5426a');
  p.within(shape, () => {
    p.line('M0 -110C-60 -20 -50 60 0 100M0 -110C60 -20 50 60 0 100M0 -110V100', '#d98aa6', 5);
    p.hatch('M30 -60H90V110H20z', '#6d2343', { angle: 70, gap: 12, width: 3 });
  });
  p.line(shape, INK.terracottaDeep, 4);
}

function garlic(p: Painter): void {
  const shape =
    'M-10 -130C-10 -70 -110 -50 -110 30C-110 86 -60 104 0 104C60 104 110 86 110 30C110 -50 20 -70 18 -130z';
  p.fill(shape, INK.paper);
  p.within(shape, () => {
    p.line('M0 -120C-60 -20 -56 60 -30 104M6 -120C60 -20 56 60 30 104', INK.sand, 7);
    p.hatch('M40 -60H120V110H30z', INK.straw, { angle: 70, gap: 13, width: 2.5 });
  });
  p.line(shape, INK.strawDeep, 5);
}

/** Domes of palm sugar on a banana leaf, one broken. */
export function palmSugar(p: Painter): void {
  stillLife(p, {
    wall: INK.terracottaLight,
    rays: '#f0b091',
    sun: INK.terracottaMist,
    table: INK.straw,
    edge: INK.strawDeep,
    tableAt: 740,
  });
  p.at(60, 900, () => leaf(p, 1000, INK.leaf, INK.leafBright), { turn: -5 });
  shadow(p, 540, 880, 380, 40, INK.leafDeep);
  for (const [x, y, scale] of [
    [400, 700, 1],
    [680, 700, 1],
    [540, 470, 0.96],
    [300, 880, 1],
    [560, 890, 1.06],
  ] as const)
    p.at(x, y, () => dome(p), { scale });
  p.at(830, 890, () => brokenDome(p));
  for (const [x, y, r] of [
    [700, 990, 18],
    [760, 1010, 11],
    [640, 1020, 9],
    [950, 1000, 14],
    [910, 1030, 8],
  ] as const)
    p.fill(disc(x, y, r), '#8a4a1c');
}

function dome(p: Painter): void {
  const shape =
    'M-160 60C-160 -60 -90 -150 0 -150C90 -150 160 -60 160 60C160 96 90 114 0 114C-90 114 -160 96 -160 60z';
  p.fill(shape, '#9c5a24');
  p.within(shape, () => {
    p.fill('M30 -160H180V120H60C120 40 110 -80 30 -160z', '#7c4218');
    p.hatch('M50 -160H180V120H80C130 40 120 -80 50 -160z', INK.terracottaDeep, {
      angle: 75,
      gap: 13,
      width: 3,
    });
    p.line('M-120 -20C-108 -76 -70 -112 -30 -124', INK.straw, 12);
    p.line('M-160 44C-80 80 80 80 160 44M-150 6C-70 40 70 40 150 6', '#7c4218', 4);
  });
  p.line(shape, INK.terracottaDeep, 5);
}

function brokenDome(p: Painter): void {
  const shape =
    'M-130 60C-130 -40 -96 -110 -50 -130L-10 -70L40 -90L60 -30L120 -10L130 60C120 92 70 106 0 106C-70 106 -130 92 -130 60z';
  p.fill(shape, '#9c5a24');
  p.fill('M-50 -130L-10 -70L40 -90L60 -30L120 -10L130 60C60 80 -30 30 -40 -40z', '#c98a4b');
  p.hatch('M-50 -130L-10 -70L40 -90L60 -30L120 -10L130 60C60 80 -30 30 -40 -40z', '#9c5a24', {
    angle: 20,
    gap: 13,
    width: 3,
  });
  p.line(shape, INK.terracottaDeep, 5);
}
