import { box, disc, INK, leaf, oval, type Painter, shadow, stillLife } from './painter.ts';

/** A mug of coffee, a pouch with a label, beans on the table. */
export function coffee(p: Painter): void {
  stillLife(p, {
    wall: INK.terracottaBright,
    rays: '#b9522f',
    sun: INK.marigold,
    table: INK.terracottaDeep,
    edge: INK.terracotta,
    light: [430, 400],
  });
  pouch(p);
  mug(p);
  for (const [x, y, turn, scale] of [
    [150, 962, 20, 1],
    [250, 1000, 120, 0.9],
    [590, 985, -30, 1.1],
    [520, 1030, 60, 0.9],
    [690, 1022, 15, 1],
    [930, 975, 80, 1],
    [995, 1020, -20, 0.9],
    [845, 1030, 140, 1.05],
  ] as const) {
    p.at(x, y, () => bean(p, 34), { turn, scale });
  }
}

function pouch(p: Painter): void {
  shadow(p, 760, 905, 250, 34, INK.ink);
  const body =
    'M580 300C570 470 560 720 552 880C552 905 566 912 590 912H930C954 912 968 905 966 880C958 720 950 470 938 300z';
  p.fill(body, INK.sand);
  p.within(body, () => {
    p.fill('M860 290H990V930H880C905 720 880 480 860 290z', '#c9bca2');
    p.hatch('M860 290H990V930H880C905 720 880 480 860 290z', '#ab9c7e', { angle: 78, gap: 12, width: 2.5 });
  });
  p.fill('M570 236H948L938 316H580z', INK.indigo);
  p.line('M582 262H938M580 288H940', INK.indigoLight, 3);
  const label = box(612, 420, 282, 352, 10);
  p.fill(label, INK.paper);
  p.line(box(626, 434, 254, 324, 6), INK.terracottaBright, 4);
  p.at(754, 560, () => {
    p.line('M-6 128C-14 60 -8 0 20 -84', INK.leaf, 7);
    for (const [x, y, turn] of [
      [-10, 90, 200],
      [-10, 66, -22],
      [-8, 10, 206],
      [-2, -10, -30],
      [16, -70, 222],
      [18, -78, -52],
    ] as const)
      p.at(x, y, () => leaf(p, 104, INK.leaf, INK.leafLight), { turn });
    for (const [x, y] of [
      [-26, 104],
      [8, 96],
      [-24, 30],
      [14, 26],
      [30, -50],
    ] as const) {
      p.fill(disc(x, y, 16), INK.chili);
      p.fill(disc(x - 5, y - 5, 4), INK.terracottaLight);
    }
  });
  p.fill(box(664, 708, 178, 10), INK.indigo);
  p.fill(box(694, 728, 118, 8), INK.sand);
}

function mug(p: Painter): void {
  shadow(p, 340, 918, 240, 36, INK.ink);
  p.line('M505 610C610 590 625 790 488 800', INK.indigoDeep, 40);
  p.line('M505 610C610 590 625 790 488 800', INK.paper, 26);
  const body =
    'M150 560C150 720 166 860 190 905C200 922 220 926 334 926C448 926 468 922 478 905C502 860 518 720 518 560z';
  p.fill(body, INK.paper);
  p.within(body, () => {
    p.fill('M400 540H540V940H380C430 850 430 700 400 540z', INK.paperDeep);
    p.hatch('M410 540H540V940H400C445 850 445 700 410 540z', INK.strawDeep, {
      angle: 84,
      gap: 13,
      width: 2.5,
      alpha: 0.7,
    });
    for (let count = 0; count < 46; count++) {
      p.fill(disc(p.random(160, 500), p.random(620, 890), p.random(3, 6.5)), INK.indigo);
    }
  });
  p.fill(oval(334, 560, 190, 52), INK.indigoDeep);
  p.fill(oval(334, 562, 168, 41), INK.terracottaDeep);
  p.fill(oval(334, 572, 150, 28), '#3d170a');
  p.line('M216 566C260 586 300 590 340 590', INK.terracottaBright, 5);
  for (const [x, tall] of [
    [255, 250],
    [335, 300],
    [412, 240],
  ] as const) {
    p.line(
      `M${x} 520c-40 -${tall * 0.2} 44 -${tall * 0.38} 4 -${tall * 0.6}s36 -${tall * 0.26} 8 -${tall * 0.4}`,
      INK.paper,
      11,
    );
  }
}

/** A coffee bean about 0, 0. */
function bean(p: Painter, size: number): void {
  const shape = oval(0, 0, size, size * 0.66);
  p.fill(shape, '#3d170a');
  p.line(shape, INK.terracottaBright, 3);
  p.line(
    `M${-size * 0.9} 0C${-size * 0.3} ${-size * 0.4} ${size * 0.3} ${size * 0.4} ${size * 0.9} 0`,
    INK.terracottaBright,
    5,
  );
}

/** Roasted beans from close by, and a scoop of ground coffee. */
export function coffeeBeans(p: Painter): void {
  p.fill(box(0, 0, 1080, 1080), '#2c1007');
  for (let row = 0; row < 12; row++) {
    for (let column = 0; column < 9; column++) {
      const x = column * 142 + (row % 2) * 71 - 20 + p.random(-16, 16);
      const y = row * 100 + p.random(-14, 14);
      p.at(x, y, () => bean(p, 76), { turn: p.random(0, 180), scale: p.random(0.92, 1.1) });
    }
  }
  p.at(580, 520, () => {
    p.line('M60 20L620 -300', INK.ink, 74, 0.45);
    p.line('M60 -20L620 -330', INK.strawDeep, 66);
    p.line('M70 -36L620 -350', INK.straw, 22);
    p.fill(oval(-120, 60, 330, 258), INK.ink, 0.45);
    p.fill(oval(-130, 24, 330, 258), INK.strawDeep);
    p.fill(oval(-130, 14, 318, 246), INK.straw);
    p.fill(oval(-130, 20, 270, 202), '#3d170a');
    const heap =
      'M-380 60C-330 -70 -230 -120 -130 -120C-20 -120 80 -70 120 60C80 160 -20 222 -130 222C-250 222 -340 160 -380 60z';
    p.fill(heap, '#6d3418');
    p.hatch(heap, '#3d170a', { angle: 18, gap: 15, width: 4 });
    p.within(heap, () => {
      for (let count = 0; count < 90; count++)
        p.fill(disc(p.random(-380, 120), p.random(-120, 220), p.random(3, 7)), INK.terracottaBright);
    });
  });
}

/** Blue-green eggs in a basket; one cut open, its yolk like a small sun. */
export function saltedEggs(p: Painter): void {
  stillLife(p, {
    wall: INK.indigo,
    rays: '#34429a',
    sun: INK.indigoDeep,
    table: INK.terracottaBright,
    edge: INK.terracotta,
    tableAt: 770,
  });
  shadow(p, 540, 905, 420, 40, INK.terracotta);
  for (const [x, y, turn] of [
    [330, 500, -18],
    [520, 440, 6],
    [720, 490, 20],
    [425, 560, -8],
    [625, 560, 10],
    [800, 590, 28],
    [265, 600, -30],
  ] as const)
    p.at(x, y, () => egg(p, 118, 150), { turn });
  basket(p);
  p.at(300, 905, () => halfEgg(p), { turn: -12 });
  p.at(800, 938, () => halfEgg(p), { turn: 14, scale: 0.82 });
}

function egg(p: Painter, rx: number, ry: number): void {
  const shape = `M0 ${-ry}C${rx * 0.72} ${-ry} ${rx} ${-ry * 0.05} ${rx} ${ry * 0.3}C${rx} ${ry * 0.8} ${rx * 0.55} ${ry} 0 ${ry}C${-rx * 0.55} ${ry} ${-rx} ${ry * 0.8} ${-rx} ${ry * 0.3}C${-rx} ${-ry * 0.05} ${-rx * 0.72} ${-ry} 0 ${-ry}z`;
  p.fill(shape, '#9fd0c4');
  p.within(shape, () => {
    p.hatch(
      `M${rx * 0.2} ${-ry}H${rx}V${ry}H${-rx * 0.2}C${rx * 0.62} ${ry * 0.5} ${rx * 0.6} ${-ry * 0.3} ${rx * 0.2} ${-ry}z`,
      '#5f9c93',
      { angle: 60, gap: 11, width: 3 },
    );
    p.fill(oval(-rx * 0.38, -ry * 0.25, rx * 0.17, ry * 0.27), '#d8f0e8');
    for (let count = 0; count < 14; count++) p.fill(disc(p.random(-rx, rx), p.random(-ry, ry), 3), '#5f9c93');
  });
  p.line(shape, INK.indigoNight, 4);
}

function halfEgg(p: Painter): void {
  p.fill(oval(0, 10, 150, 108), '#9fd0c4');
  p.line(oval(0, 10, 150, 108), INK.indigoNight, 4);
  p.fill(oval(0, 0, 140, 98), INK.paper);
  p.fill(oval(8, 4, 84, 62), INK.marigoldDeep);
  p.fill(oval(8, 2, 78, 56), INK.marigold);
  p.hatch(oval(24, 10, 60, 44), INK.terracottaBright, { angle: 30, gap: 10, width: 2.5 });
  p.fill(oval(-22, -16, 20, 12), INK.marigoldMist);
}

function basket(p: Painter): void {
  const body = 'M130 600C150 760 210 880 300 900C460 924 620 924 780 900C870 880 930 760 950 600z';
  p.fill(body, INK.straw);
  p.within(body, () => {
    for (let row = 0; row < 9; row++) {
      for (let column = -1; column < 17; column++) {
        const x = 110 + column * 56 + (row % 2) * 28;
        const y = 616 + row * 36;
        p.fill(box(x, y, 46, 26, 11), row % 2 ? '#e7c98c' : INK.straw);
        p.line(box(x, y, 46, 26, 11), INK.strawDeep, 3);
        p.line(`M${x + 10} ${y + 9}h26M${x + 10} ${y + 17}h26`, INK.strawDeep, 2);
      }
    }
    p.hatch('M700 590H960V930H640C740 860 760 720 700 590z', INK.terracotta, {
      angle: 65,
      gap: 14,
      width: 3,
      alpha: 0.6,
    });
  });
  p.fill(box(108, 566, 864, 58, 29), INK.strawDeep);
  let rim = '';
  for (let x = 130; x < 960; x += 30) rim += `M${x} 572l18 46`;
  p.line(rim, INK.straw, 7);
  p.line('M128 590C-20 590 10 760 190 756', INK.strawDeep, 24);
  p.line('M952 590C1100 590 1070 760 890 756', INK.strawDeep, 24);
}

/** A bottle of golden drink, a glass, ginger and turmeric. */
export function herbalDrink(p: Painter): void {
  stillLife(p, {
    wall: INK.leaf,
    rays: '#236041',
    sun: INK.leafDeep,
    table: INK.marigoldMist,
    edge: INK.straw,
    tableAt: 806,
  });
  for (const [x, y, turn, size] of [
    [250, 640, 232, 330],
    [280, 700, 205, 300],
    [820, 620, -52, 330],
    [800, 700, -20, 300],
  ] as const)
    p.at(x, y, () => leaf(p, size, INK.leafBright, INK.leafLight), { turn });
  shadow(p, 470, 930, 230, 34, INK.strawDeep);
  shadow(p, 760, 940, 170, 28, INK.strawDeep);
  bottle(p);
  glass(p);
  p.at(235, 935, () => ginger(p), { turn: -8 });
}

function bottle(p: Painter): void {
  const body =
    'M420 210H532V322C532 372 640 392 640 486V892C640 918 626 930 600 930H352C326 930 312 918 312 892V486C312 392 420 372 420 322z';
  p.fill(body, INK.leafLight);
  p.within(body, () => {
    p.fill('M300 400C420 372 540 428 660 396V940H300z', INK.marigold);
    p.fill('M560 380H660V940H540C590 760 590 560 560 380z', INK.marigoldDeep);
    p.hatch('M560 380H660V940H540C590 760 590 560 560 380z', INK.terracottaBright, {
      angle: 80,
      gap: 13,
      width: 2.5,
    });
    p.fill(box(340, 470, 24, 210, 12), INK.paper, 0.85);
    p.fill(box(340, 700, 24, 40, 12), INK.paper, 0.85);
  });
  p.line(body, INK.leafDeep, 6);
  p.fill(box(414, 150, 124, 76, 12), INK.strawDeep);
  p.line('M424 172H528M424 192H528', INK.straw, 5);
  p.line('M412 250H540M412 268H540', INK.terracottaBright, 9);
  const label = 'M312 570H640V790H312z';
  p.fill(label, INK.paper);
  p.line('M312 588H640M312 772H640', INK.terracottaBright, 6);
  p.at(476, 690, () => {
    for (let turn = -60; turn <= 60; turn += 30)
      p.at(0, 44, () => leaf(p, 108, INK.leaf, INK.leafLight), { turn: turn - 90 });
    p.fill(disc(0, 44, 15), INK.marigoldDeep);
  });
}

function glass(p: Painter): void {
  const body = 'M650 640H884L858 922C856 938 848 944 834 944H700C686 944 678 938 676 922z';
  p.fill(body, INK.leafMist, 0.92);
  p.within(body, () => {
    p.fill('M640 716C700 700 830 732 900 708V950H640z', INK.marigold);
    p.hatch('M800 690H900V950H790C812 860 812 780 800 690z', INK.terracottaBright, {
      angle: 82,
      gap: 12,
      width: 2.5,
    });
    p.fill(box(690, 748, 18, 150, 9), INK.marigoldMist);
  });
  p.line(body, INK.leafDeep, 6);
  p.fill(disc(872, 648, 74), INK.leafBright);
  p.fill(disc(872, 648, 62), INK.marigoldMist);
  let spokes = '';
  for (let turn = 0; turn < 360; turn += 45) {
    const angle = (turn * Math.PI) / 180;
    spokes += `M872 648L${872 + Math.cos(angle) * 58} ${648 + Math.sin(angle) * 58}`;
  }
  p.line(spokes, INK.leafBright, 6);
}

function ginger(p: Painter): void {
  const root =
    'M-150 30C-170 -20 -120 -50 -70 -36C-60 -90 10 -96 30 -50C70 -76 130 -66 134 -20C180 -14 190 40 146 52C120 84 60 70 40 52C10 92 -50 84 -62 50C-96 72 -140 66 -150 30z';
  p.fill(root, INK.straw);
  p.within(root, () =>
    p.hatch('M-160 20C-60 60 80 40 190 0V100H-160z', INK.strawDeep, { angle: 20, gap: 11, width: 3 }),
  );
  p.line(root, INK.terracotta, 5);
  p.line('M-70 -36c10 20 10 40 0 60M30 -50c-8 24 -6 44 6 66M100 -40c10 18 12 36 4 56', INK.strawDeep, 5);
  p.fill(oval(150, 18, 34, 30), INK.marigold);
  p.line(oval(150, 18, 34, 30), INK.terracotta, 5);
  p.line(oval(150, 18, 18, 15), INK.marigoldDeep, 4);
}
