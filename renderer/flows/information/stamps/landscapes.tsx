/**
 * Kinds of places, no landmarks: what somebody sees from the window on the first morning. 600 by 720, as the other stamps;
 * the thread runs through each of them.
 */
const THREAD = {
  fill: 'none',
  stroke: 'var(--terracotta-bright)',
  strokeWidth: 7,
  strokeLinecap: 'round',
} as const;

/** High houses by the water at night. */
export function Skyline() {
  return (
    <>
      <rect width="600" height="720" fill="var(--indigo-night)" />
      <circle cx="456" cy="138" r="58" fill="var(--marigold-mist)" />
      <path
        d="M40 250h110v280H40ZM186 150h92v380h-92ZM330 270h120v260H330ZM486 330h90v200h-90Z"
        fill="var(--indigo)"
      />
      <path d="M110 330h100v200H110ZM262 230h92v300h-92ZM424 380h88v150h-88Z" fill="var(--indigo-light)" />
      <path
        d="M66 284h18m20 0h18M66 322h18m108-134h18m22 0h18m-58 40h18m-18 42h18m140 38h18m24 0h18m-60 42h18m150 26h18m16 0h18"
        stroke="var(--marigold)"
        strokeWidth="15"
      />
      <path
        d="M132 372h16m24 0h16m-56 40h16m24 0h16m-56 42h16m110-186h16m22 0h16m-54 42h16m22 0h16m-54 44h16m22 42h16m74 24h14m22 0h14m-50 40h14"
        stroke="var(--indigo-deep)"
        strokeWidth="15"
      />
      <rect y="526" width="600" height="194" fill="var(--indigo-deep)" />
      <path
        d="M60 560h80m60 0h120m90 0h90M20 604h120m220 0h150M110 650h130m120 0h90"
        stroke="var(--indigo)"
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path d="M0 600C120 560 170 640 300 612S470 560 600 600" {...THREAD} />
      <path d="M236 606h150l-26 44H260Z" fill="var(--paper)" />
      <path d="M286 606v-62l70 62Z" fill="var(--terracotta-bright)" />
    </>
  );
}

/** Terraced hills with a way between them. */
export function Hills() {
  return (
    <>
      <rect width="600" height="720" fill="var(--leaf-mist)" />
      <circle cx="150" cy="170" r="74" fill="var(--marigold)" />
      <path
        d="M-20 420L150 210q30-30 60 0l120 140 90-96q26-26 52 0L640 430v300H-20Z"
        fill="var(--leaf-light)"
      />
      <path d="M-20 470C120 380 240 400 330 452S540 500 640 430v320H-20Z" fill="var(--leaf)" />
      <path
        d="M20 500q130-66 280 0m-250 44q120-58 240 0M352 500q110 20 240-28M352 546q120 22 240-22"
        fill="none"
        stroke="var(--leaf-light)"
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path d="M-20 610C160 540 420 590 640 560v180H-20Z" fill="var(--leaf-deep)" />
      <path d="M0 600C120 660 200 640 280 600S420 520 470 520S560 590 600 600" {...THREAD} />
      <path d="M418 470l52-44 52 44v58H418Z" fill="var(--paper)" />
      <path
        d="M404 478l66-56 66 56"
        fill="none"
        stroke="var(--terracotta)"
        strokeWidth="16"
        strokeLinejoin="round"
      />
      <path d="M458 528v-34h26v34Z" fill="var(--indigo)" />
    </>
  );
}

/** Rows of palms under a high sun. */
export function Palms() {
  const palms = [
    { x: 130, y: 560, s: 1 },
    { x: 430, y: 520, s: 0.86 },
    { x: 290, y: 470, s: 0.62 },
  ];
  return (
    <>
      <rect width="600" height="720" fill="var(--marigold-mist)" />
      <circle cx="306" cy="196" r="96" fill="var(--marigold)" />
      <path d="M0 470C160 430 380 440 600 476v244H0Z" fill="var(--leaf-light)" />
      <path d="M0 556C180 520 420 530 600 566v154H0Z" fill="var(--leaf)" />
      {palms.map(({ x, y, s }) => (
        <g key={x} transform={`translate(${x} ${y}) scale(${s})`}>
          <path
            d="M-8 0C-18-100-4-180 12-250"
            fill="none"
            stroke="var(--terracotta-deep)"
            strokeWidth="24"
            strokeLinecap="round"
          />
          <path
            d="M12-254C-40-310-110-300-140-246C-90-270-40-262 12-254ZM12-254C60-316 130-310 162-256C110-276 60-266 12-254ZM12-254C-56-250-100-200-100-140C-70-190-30-222 12-254ZM12-254C80-250 124-204 128-142C96-192 54-224 12-254ZM12-254C-6-312 10-360 52-386C44-340 32-296 12-254Z"
            fill="var(--leaf-deep)"
          />
          <circle cx="2" cy="-238" r="15" fill="var(--terracotta-bright)" />
          <circle cx="28" cy="-234" r="15" fill="var(--terracotta-bright)" />
        </g>
      ))}
      <path d="M0 600C150 640 220 690 330 650S500 580 600 600" {...THREAD} />
    </>
  );
}

/** Dunes and a road at the end of the day. */
export function Dunes() {
  return (
    <>
      <rect width="600" height="720" fill="var(--terracotta-light)" />
      <circle cx="400" cy="250" r="92" fill="var(--marigold)" />
      <path d="M0 420C120 330 220 330 330 400S500 430 600 350v370H0Z" fill="var(--marigold-mist)" />
      <path d="M0 500C160 400 300 520 420 470S560 430 600 440v280H0Z" fill="var(--terracotta-bright)" />
      <path d="M-10 610C130 520 330 640 610 540v190H-10Z" fill="var(--terracotta)" />
      <path d="M430 470q60 20 20 56t60 60 60 150H330q50-80 60-130t-20-76 60-60Z" fill="var(--indigo-deep)" />
      <path
        d="M438 500q18 20-4 44m24 46q26 30 22 60"
        fill="none"
        stroke="var(--paper)"
        strokeWidth="7"
        strokeDasharray="22 18"
      />
      <path d="M0 600C120 560 200 620 300 620S420 600 600 600" {...THREAD} />
      <path
        d="M96 560v-64m0 30q-26 0-26-28m26 40q28 0 28-32"
        fill="none"
        stroke="var(--leaf-deep)"
        strokeWidth="18"
        strokeLinecap="round"
      />
    </>
  );
}

/** A workshop with its long windows, early. */
export function Workshop() {
  return (
    <>
      <rect width="600" height="720" fill="var(--indigo-mist)" />
      <circle cx="486" cy="150" r="64" fill="var(--marigold)" />
      <path d="M0 330l150-90v90l150-90v90l150-90v90l150-90v330H0Z" fill="var(--indigo)" />
      <path d="M60 240V110h54v98Z" fill="var(--terracotta-bright)" />
      <path
        d="M86 84q30-26 4-52m44 40q26-22 6-44"
        fill="none"
        stroke="var(--white)"
        strokeWidth="13"
        strokeLinecap="round"
      />
      <path
        d="M40 390h110v84H40Zm140 0h110v84H180Zm140 0h110v84H320Zm140 0h100v84H460Z"
        fill="var(--marigold-mist)"
      />
      <path
        d="M95 390v84m140-84v84m140-84v84m135-84v84M40 432h110m30 0h110m30 0h110m30 0h100"
        stroke="var(--indigo)"
        strokeWidth="7"
      />
      <rect y="560" width="600" height="160" fill="var(--paper-deep)" />
      <path d="M0 560h600" stroke="var(--indigo-night)" strokeWidth="8" />
      <path d="M244 560V500h112v60Z" fill="var(--indigo-deep)" />
      <path d="M0 600C140 650 200 600 300 570S450 570 600 600" {...THREAD} />
      <g transform="translate(452 640)">
        <path d="M-52 0a52 52 0 1 1 104 0Z" fill="var(--terracotta)" transform="translate(0 -14)" />
        <path d="M-70-14h140" stroke="var(--terracotta-deep)" strokeWidth="16" strokeLinecap="round" />
      </g>
    </>
  );
}

/** A barrier across the road: the one stamp that nobody takes for an invitation. */
export function Barrier() {
  return (
    <>
      <rect width="600" height="720" fill="var(--terracotta-deep)" />
      <path d="M0 430C160 390 430 390 600 430v290H0Z" fill="var(--indigo-night)" />
      <path d="M236 410h128l120 310H116Z" fill="var(--ink)" />
      <path d="M300 430v40m0 120v50" stroke="var(--paper)" strokeWidth="12" />
      <rect x="84" y="330" width="44" height="300" fill="var(--paper-deep)" />
      <rect x="476" y="330" width="44" height="300" fill="var(--paper-deep)" />
      <rect x="30" y="440" width="540" height="84" rx="14" fill="var(--white)" />
      <path
        d="M60 440h70l-40 84H30v-44ZM210 440h80l-40 84h-80ZM370 440h80l-40 84h-80ZM530 440h40v50l-16 34h-64Z"
        fill="var(--terracotta-bright)"
      />
      <circle cx="300" cy="210" r="104" fill="var(--white)" />
      <circle cx="300" cy="210" r="84" fill="none" stroke="var(--terracotta-bright)" strokeWidth="26" />
      <path d="M242 268L358 152" stroke="var(--terracotta-bright)" strokeWidth="26" />
      <path d="M0 600C90 570 130 590 170 620q20 14 30-6" {...THREAD} />
    </>
  );
}
