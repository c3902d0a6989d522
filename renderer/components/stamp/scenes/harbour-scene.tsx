/** Dawn at a harbour: a mother and a child seen from behind, a suitcase, a ship, and the thread between them. */
export function HarbourScene() {
  return (
    <>
      <rect width="600" height="720" fill="var(--marigold-mist)" />
      <circle cx="418" cy="318" r="116" fill="var(--marigold)" />
      <path d="M-20 420L96 268q26-26 54 0L318 420Z" fill="var(--indigo-light)" />
      <path
        d="M96 268q26-26 54 0l16 15q-18 20-34 4q-16 18-30 2q-10 10-22-4Z"
        fill="var(--white)"
        opacity="0.75"
      />
      <path
        d="M60 118h96m-70 22h120M420 96h82m-52 22h104"
        stroke="var(--white)"
        strokeWidth="9"
        strokeLinecap="round"
      />
      <rect y="418" width="600" height="160" fill="var(--indigo)" />
      <path
        d="M360 452h120m-84 24h150m-190 24h110m40 22h96"
        stroke="var(--marigold)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path
        d="M12 470q16-12 32 0t32 0m-50 46q16-12 32 0t32 0m190-52q16-12 32 0t32 0"
        fill="none"
        stroke="var(--indigo-light)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <Ship />
      <rect y="574" width="600" height="146" fill="var(--paper-deep)" />
      <path d="M0 574h600" stroke="var(--indigo-night)" strokeWidth="8" />
      <path d="M0 634h600M150 578v54M390 578v54M270 636v84M520 636v84" stroke="var(--sand)" strokeWidth="4" />
      <path d="M494 574v-30h-12q-8 0-8-9t8-9h56q8 0 8 9t-8 9h-12v30Z" fill="var(--indigo-night)" />
      <path
        d="M0 640C70 712 210 712 344 664C430 634 470 604 478 566M478 566C496 606 540 640 600 640"
        fill="none"
        stroke="var(--terracotta-bright)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <Child />
      <Mother />
      <Suitcase />
    </>
  );
}

function Ship() {
  return (
    <g>
      <rect x="352" y="328" width="176" height="62" rx="6" fill="var(--white)" />
      <rect x="384" y="286" width="112" height="46" rx="6" fill="var(--white)" />
      <path d="M446 286v-46h38v46Z" fill="var(--terracotta-bright)" />
      <path d="M446 254h38v14h-38Z" fill="var(--paper)" />
      <path
        d="M372 352h20m14 0h20m14 0h20m14 0h20M402 308h16m12 0h16m12 0h16"
        stroke="var(--indigo)"
        strokeWidth="11"
      />
      <path d="M300 378h280l-30 62H336Z" fill="var(--terracotta)" />
      <path d="M313 400h256" stroke="var(--paper)" strokeWidth="5" />
      <path d="M328 378v-46l-16-2" stroke="var(--indigo-night)" strokeWidth="4" fill="none" />
    </g>
  );
}

function Mother() {
  return (
    <g>
      <path d="M150 596L140 676h150l-8-80Z" fill="var(--indigo-night)" />
      <path d="M168 676h36v14h-46q0-12 10-14Zm58 0h36q10 2 10 14h-46Z" fill="var(--ink)" />
      <path
        d="M158 416Q140 470 128 536M270 416Q298 470 312 548"
        stroke="var(--terracotta-bright)"
        strokeWidth="34"
        strokeLinecap="round"
        fill="none"
      />
      <circle cx="124" cy="554" r="14" fill="var(--skin-mid)" />
      <circle cx="315" cy="566" r="14" fill="var(--skin-mid)" />
      <path
        d="M168 392C148 402 146 440 146 480L138 612q76 18 156 0l-8-132c0-40-2-78-22-88Z"
        fill="var(--terracotta-bright)"
      />
      <path d="M216 440v170" stroke="var(--terracotta)" strokeWidth="4" />
      <path
        d="M216 282C178 282 164 312 166 346C168 380 154 400 142 426Q178 466 216 468Q254 466 290 426C278 400 264 380 266 346C268 312 254 282 216 282Z"
        fill="var(--leaf)"
      />
      <path
        d="M180 372Q216 398 252 372M170 408Q216 444 262 408"
        stroke="var(--leaf-light)"
        strokeWidth="4"
        fill="none"
        strokeLinecap="round"
      />
    </g>
  );
}

function Child() {
  return (
    <g>
      <path d="M52 606h26v66H52Zm34 0h26v66H86Z" fill="var(--skin-mid)" />
      <path d="M48 668h32v16H44q0-14 4-16Zm36 0h28q6 2 6 16H84Z" fill="var(--terracotta)" />
      <path d="M46 576h72l2 50H84l-2-14l-2 14H44Z" fill="var(--indigo)" />
      <path d="M110 530L122 552" stroke="var(--white)" strokeWidth="22" strokeLinecap="round" />
      <path d="M50 532L36 580" stroke="var(--white)" strokeWidth="22" strokeLinecap="round" />
      <circle cx="34" cy="592" r="10" fill="var(--skin-mid)" />
      <path d="M58 512q-14 4-14 30v42h76v-42q0-26-14-30Z" fill="var(--white)" />
      <path d="M45 546h74m-75 18h76" stroke="var(--terracotta-bright)" strokeWidth="5" />
      <path d="M72 496h20v22H72Z" fill="var(--skin-mid)" />
      <circle cx="82" cy="474" r="34" fill="var(--ink)" />
      <path d="M48 480q-6 2-4 10t8 6m60-16q8 2 6 10t-9 6" fill="var(--skin-mid)" />
    </g>
  );
}

function Suitcase() {
  return (
    <g>
      <path d="M288 602v-26q0-6 6-6h42q6 0 6 6v26" fill="none" stroke="var(--indigo-night)" strokeWidth="8" />
      <rect x="256" y="598" width="118" height="88" rx="13" fill="var(--indigo-deep)" />
      <path d="M282 598v88m66-88v88" stroke="var(--marigold)" strokeWidth="7" />
      <rect x="298" y="620" width="34" height="42" fill="var(--paper)" />
      <circle cx="315" cy="638" r="9" fill="var(--terracotta-bright)" />
    </g>
  );
}
