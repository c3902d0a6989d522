/** A post office: a man with a backpack seen from behind at the kiosk, a slip coming out, a letter box beside him. */
export function PostOfficeScene() {
  return (
    <>
      <rect width="600" height="720" fill="var(--leaf-mist)" />
      <path d="M0 0h600v64H0Z" fill="var(--leaf)" />
      <path d="M0 64q37 44 75 0t75 0t75 0t75 0t75 0t75 0t75 0t75 0V0H0Z" fill="var(--leaf)" />
      <path
        d="M75 0v80M225 0v80M375 0v80M525 0v80"
        stroke="var(--leaf-light)"
        strokeWidth="26"
        opacity="0.35"
      />
      <path d="M0 596h600v124H0Z" fill="var(--paper-deep)" />
      <path d="M0 596h600" stroke="var(--leaf-deep)" strokeWidth="6" />
      <path
        d="M-20 720l120-124M180 720l60-124M420 720l-50-124M620 720L500 596M0 650h600"
        stroke="var(--sand)"
        strokeWidth="4"
      />
      <Envelope />
      <LetterBox />
      <Plant />
      <Kiosk />
      <path
        d="M0 640C90 700 190 690 300 668C400 646 420 560 446 520M446 520C470 590 520 650 600 640"
        fill="none"
        stroke="var(--indigo)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <Man />
    </>
  );
}

function Envelope() {
  return (
    <g transform="rotate(-6 150 200)">
      <rect x="76" y="152" width="140" height="96" rx="8" fill="var(--white)" />
      <path
        d="M80 158l66 52l66-52"
        fill="none"
        stroke="var(--indigo)"
        strokeWidth="6"
        strokeLinejoin="round"
      />
      <path d="M82 244l44-44m84 44l-44-44" stroke="var(--indigo-light)" strokeWidth="5" />
      <path
        d="M232 176q30-10 60 0m-56 24q30-10 60 0m-62 24q30-10 60 0"
        fill="none"
        stroke="var(--leaf)"
        strokeWidth="5"
        strokeLinecap="round"
      />
    </g>
  );
}

function LetterBox() {
  return (
    <g>
      <path d="M42 386q0-62 54-62t54 62v222H42Z" fill="var(--terracotta-bright)" />
      <path d="M34 604h124v22H34Z" fill="var(--terracotta)" />
      <path d="M36 386h120v14H36Z" fill="var(--terracotta)" />
      <path d="M66 424h60" stroke="var(--ink)" strokeWidth="11" strokeLinecap="round" />
      <rect x="68" y="456" width="56" height="70" rx="4" fill="var(--paper)" />
      <path d="M80 476h32m-32 14h32m-32 14h20" stroke="var(--ink-line)" strokeWidth="4" />
    </g>
  );
}

function Plant() {
  return (
    <g>
      <path d="M556 560q-44-60-34-120q34 50 36 118q-4-90 30-130q22 60-28 134Z" fill="var(--leaf)" />
      <path d="M528 552h68l-10 62h-48Z" fill="var(--terracotta)" />
    </g>
  );
}

function Kiosk() {
  return (
    <g>
      <path d="M422 500h56v128h-56Z" fill="var(--indigo-deep)" />
      <path d="M376 626h148q8 0 8 22H368q0-22 8-22Z" fill="var(--indigo-night)" />
      <rect x="352" y="152" width="196" height="362" rx="20" fill="var(--indigo)" />
      <rect x="370" y="172" width="160" height="250" rx="8" fill="var(--paper)" />
      <path d="M388 204h96m-96 24h66" stroke="var(--ink)" strokeWidth="10" strokeLinecap="round" />
      <path d="M388 262h124v38H388Zm0 52h124v38H388Z" fill="var(--indigo-light)" />
      <path d="M388 366h124v38H388Z" fill="var(--terracotta-bright)" />
      <path d="M380 196v214" stroke="var(--marigold)" strokeWidth="5" strokeLinecap="round" />
      <circle cx="380" cy="282" r="7" fill="var(--marigold)" />
      <circle cx="380" cy="334" r="7" fill="var(--marigold)" />
      <path d="M404 454h92" stroke="var(--indigo-night)" strokeWidth="12" strokeLinecap="round" />
      <path d="M414 454h72v66q-10 10-18 0t-18 0t-18 0t-18 0Z" fill="var(--white)" />
      <path d="M428 476h44m-44 16h28" stroke="var(--ink)" strokeWidth="6" strokeLinecap="round" />
    </g>
  );
}

function Man() {
  return (
    <g>
      <path d="M196 500h52l-4 172h-44Zm56 0h52l-2 172h-46Z" fill="var(--indigo-night)" />
      <path d="M198 668h48v20h-60q0-16 12-20Zm58 0h46q14 4 14 20h-60Z" fill="var(--ink)" />
      <path
        d="M192 384Q168 430 172 500M308 384Q344 420 352 406L378 356"
        fill="none"
        stroke="var(--marigold)"
        strokeWidth="38"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="174" cy="522" r="15" fill="var(--skin-deep)" />
      <circle cx="388" cy="336" r="15" fill="var(--skin-deep)" />
      <path
        d="M206 348Q250 326 294 348C316 362 318 420 316 516H184C182 420 184 362 206 348Z"
        fill="var(--marigold)"
      />
      <path d="M230 300h40v46q-20 14-40 0Z" fill="var(--skin-deep)" />
      <circle cx="250" cy="274" r="44" fill="var(--ink)" />
      <path d="M208 286q-9 2-7 12t10 8m81-20q9 2 7 12t-10 8" fill="var(--skin-deep)" />
      <path d="M204 262q2-42 46-42t46 42q-46 16-92 0Z" fill="var(--terracotta)" />
      <rect x="200" y="368" width="100" height="124" rx="20" fill="var(--leaf)" />
      <path d="M214 440h72v34q0 8-8 8h-56q-8 0-8-8Z" fill="var(--leaf-deep)" />
      <path d="M234 368v-10q0-8 16-8t16 8v10" fill="none" stroke="var(--leaf-deep)" strokeWidth="7" />
      <path d="M214 408h72" stroke="var(--leaf-light)" strokeWidth="5" strokeLinecap="round" />
    </g>
  );
}
