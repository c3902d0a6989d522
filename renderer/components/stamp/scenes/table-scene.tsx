/** A kitchen table at home: a letter has come, tea is poured, and the thread goes out of the window and back. */
export function TableScene() {
  return (
    <>
      <rect width="600" height="720" fill="var(--terracotta-mist)" />
      <path d="M0 560h600v160H0Z" fill="var(--terracotta-light)" />
      <path
        d="M0 640h600M90 560v80M300 560v80M510 560v80M190 640v80M410 640v80"
        stroke="var(--terracotta-mist)"
        strokeWidth="4"
      />
      <Window />
      <Lamp />
      <path
        d="M0 640C80 690 150 640 190 580C230 520 262 500 296 452C340 392 470 420 462 300C456 250 500 214 520 160"
        fill="none"
        stroke="var(--indigo)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <Elder />
      <Youth />
      <Table />
      <path
        d="M404 560C440 660 520 690 600 640"
        fill="none"
        stroke="var(--indigo)"
        strokeWidth="5"
        strokeLinecap="round"
      />
    </>
  );
}

function Window() {
  return (
    <g>
      <rect x="300" y="70" width="240" height="250" fill="var(--white)" />
      <rect x="316" y="86" width="208" height="218" fill="var(--marigold-mist)" />
      <circle cx="474" cy="146" r="34" fill="var(--marigold)" />
      <path d="M316 236l60-66q14-14 28 0l74 66Z" fill="var(--indigo-light)" />
      <path d="M316 232q104-30 208 6v66H316Z" fill="var(--leaf-light)" />
      <path d="M316 256q104-26 208 6M316 280q104-22 208 4" stroke="var(--leaf)" strokeWidth="4" fill="none" />
      <path d="M420 86v218M316 190h208" stroke="var(--white)" strokeWidth="9" />
      <path d="M288 316h264v16H288Z" fill="var(--terracotta)" />
      <path
        d="M288 60q18 60-6 150M552 60q-18 60 6 150"
        stroke="var(--terracotta-bright)"
        strokeWidth="26"
        fill="none"
        strokeLinecap="round"
      />
    </g>
  );
}

function Lamp() {
  return (
    <g>
      <path d="M150 0v104" stroke="var(--indigo-night)" strokeWidth="5" />
      <path d="M108 160q0-56 42-58q42 2 42 58Z" fill="var(--indigo)" />
      <path d="M128 160h44q-4 20-22 20t-22-20Z" fill="var(--marigold)" />
    </g>
  );
}

function Elder() {
  return (
    <g>
      <path
        d="M84 420v260M84 548h96M172 548v132"
        stroke="var(--indigo-night)"
        strokeWidth="12"
        strokeLinecap="round"
      />
      <path d="M116 548h150q22 0 22 22v106h-44V592H116Z" fill="var(--indigo)" />
      <path
        d="M132 568h26m14 12h26m-40 14h22"
        stroke="var(--marigold)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M236 676h62q8 2 8 14h-70Z" fill="var(--terracotta)" />
      <path d="M156 352C114 366 104 430 104 560H236C240 470 236 384 206 352Z" fill="var(--leaf)" />
      <path d="M168 318h34v44q-16 12-34 0Z" fill="var(--skin-deep)" />
      <path d="M230 294q16 14 4 20l-4 4q2 34-34 30q-34-4-34-44t36-42q30 0 32 32Z" fill="var(--skin-deep)" />
      <path
        d="M228 276Q222 244 184 246C148 250 142 290 156 326Q172 330 174 300Q198 296 204 272Q216 278 228 276Z"
        fill="var(--ink)"
      />
      <circle cx="140" cy="300" r="23" fill="var(--ink)" />
      <circle cx="130" cy="290" r="5" fill="var(--marigold)" />
      <path
        d="M174 400Q182 476 218 480L278 458"
        fill="none"
        stroke="var(--leaf-deep)"
        strokeWidth="34"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="290" cy="452" r="15" fill="var(--skin-deep)" />
      <path d="M280 384l62 14l-14 70l-62-14Z" fill="var(--white)" />
      <path
        d="M290 402l36 8m-40 6l36 8m-40 6l24 6"
        stroke="var(--ink-line)"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </g>
  );
}

function Youth() {
  return (
    <g>
      <path
        d="M516 430v250M516 548h-88M436 548v132"
        stroke="var(--indigo-night)"
        strokeWidth="12"
        strokeLinecap="round"
      />
      <path d="M494 548H350q-20 0-20 22v106h44V592h120Z" fill="var(--ink)" />
      <path d="M380 676h-62q-8 2-8 14h70Z" fill="var(--leaf)" />
      <path d="M444 366C486 378 500 436 500 560H378C372 480 374 398 402 366Z" fill="var(--marigold)" />
      <path d="M406 334h34v42q-18 12-34 0Z" fill="var(--skin-light)" />
      <path
        d="M378 310q-16 14-4 20l4 4q-2 34 34 30q34-4 34-44t-36-42q-30 0-32 32Z"
        fill="var(--skin-light)"
      />
      <path
        d="M380 296Q384 262 424 264C460 268 462 312 450 340Q436 340 434 316Q424 300 404 302Q392 302 380 296Z"
        fill="var(--ink)"
      />
      <path
        d="M438 416Q434 486 400 490L366 484"
        fill="none"
        stroke="var(--terracotta-bright)"
        strokeWidth="34"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="356" cy="482" r="15" fill="var(--skin-light)" />
    </g>
  );
}

function Table() {
  return (
    <g>
      <path
        d="M208 512l-12 180M400 512l12 180"
        stroke="var(--terracotta-deep)"
        strokeWidth="16"
        strokeLinecap="round"
      />
      <rect x="168" y="492" width="272" height="26" rx="8" fill="var(--terracotta)" />
      <path d="M328 446h34l-5 46h-24Z" fill="var(--white)" />
      <path d="M331 462h28l-4 30h-20Z" fill="var(--terracotta-bright)" />
      <path d="M228 476q0 16 28 16h6q26 0 26-16Z" fill="var(--indigo)" />
      <path
        d="M230 472q8-22 44-14q10 4 12 14M238 470q20-34 42-12"
        fill="none"
        stroke="var(--marigold)"
        strokeWidth="11"
        strokeLinecap="round"
      />
    </g>
  );
}
