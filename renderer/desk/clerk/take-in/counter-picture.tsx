import styles from './take-in.module.css';

interface CounterPictureProps {
  /** `printing`: it comes out of the printer; `signing`: a hand is at it; `kept`: signed, with her ticket beside it. */
  sheet?: 'printing' | 'signing' | 'signed' | 'kept';
}

/** The counter with the product on it, and where its permission is now. Says nothing that the words do not say. */
export function CounterPicture({ sheet }: CounterPictureProps) {
  return (
    <div className={styles.frame}>
      <svg className={styles.picture} viewBox="0 0 900 600" aria-hidden="true">
        <Counter />
        {sheet === 'kept' ? null : <Printer hasPaper={sheet === 'printing'} />}
        <Pouch />
        <Jar />
        {sheet === undefined || sheet === 'printing' ? null : (
          <g transform="translate(368 76) rotate(-3)">
            <Sheet isSigned={sheet !== 'signing'} />
            {sheet === 'signing' ? <Pen /> : null}
          </g>
        )}
        {sheet === 'kept' ? (
          <g transform="translate(672 132) rotate(4)">
            <TicketPaper />
          </g>
        ) : null}
      </svg>
    </div>
  );
}

/** Wider than the picture: whatever shape its room has, it is a wall and a counter. */
function Counter() {
  return (
    <g>
      <rect x="-1500" y="-1500" width="3900" height="2000" fill="var(--indigo-mist)" />
      <path
        d="M-1500 250C-900 210 -300 330 120 300C420 280 620 170 1000 220C1500 290 1900 240 2400 250"
        fill="none"
        stroke="var(--indigo-light)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <rect x="-1500" y="500" width="3900" height="1500" fill="var(--terracotta-light)" />
      <path
        d="M-600 540v1500M-300 540v1500M0 540v1500M300 540v1500M600 540v1500M900 540v1500M1200 540v1500M1500 540v1500"
        stroke="var(--terracotta-mist)"
        strokeWidth="5"
      />
      <rect x="-1500" y="496" width="3900" height="44" fill="var(--terracotta)" />
    </g>
  );
}

/** Banana chips behind glass, with a petal of the cloth on the label. */
function Jar() {
  return (
    <g transform="translate(54 206)">
      <path d="M14 60Q0 70 0 96V262Q0 290 28 290H192Q220 290 220 262V96Q220 70 206 60Z" fill="var(--white)" />
      <path
        d="M14 120Q14 108 28 112L60 104L92 116L128 102L164 114L194 106Q206 106 206 120V258Q206 276 188 276H32Q14 276 14 258Z"
        fill="var(--marigold)"
      />
      <g fill="var(--marigold-mist)">
        <ellipse cx="50" cy="132" rx="26" ry="13" transform="rotate(-14 50 132)" />
        <ellipse cx="112" cy="128" rx="28" ry="13" transform="rotate(8 112 128)" />
        <ellipse cx="170" cy="136" rx="26" ry="12" transform="rotate(-10 170 136)" />
        <ellipse cx="70" cy="258" rx="28" ry="12" transform="rotate(6 70 258)" />
        <ellipse cx="150" cy="258" rx="28" ry="12" transform="rotate(-8 150 258)" />
      </g>
      <rect x="6" y="20" width="208" height="44" rx="12" fill="var(--leaf)" />
      <path d="M22 42H198" stroke="var(--leaf-light)" strokeWidth="5" strokeLinecap="round" />
      <rect x="34" y="152" width="152" height="88" rx="10" fill="var(--white)" />
      <g transform="translate(110 186)" fill="var(--terracotta-bright)">
        {[45, 135, 225, 315].map((turn) => (
          <path key={turn} d="M5 0C11 -13 28 -13 36 0C28 13 11 13 5 0Z" transform={`rotate(${turn})`} />
        ))}
      </g>
      <path d="M70 226H150" stroke="var(--ink-line)" strokeWidth="6" strokeLinecap="round" />
    </g>
  );
}

function Pouch() {
  return (
    <g transform="translate(230 340)">
      <path d="M10 0H120L130 160Q65 150 0 160Z" fill="var(--terracotta-bright)" />
      <path d="M10 0H120L121 22H9Z" fill="var(--terracotta)" />
      <path d="M24 60H108V128Q66 122 22 128Z" fill="var(--terracotta-mist)" />
      <path d="M38 80H94M42 102H88" stroke="var(--terracotta)" strokeWidth="6" strokeLinecap="round" />
    </g>
  );
}

function Printer({ hasPaper }: { hasPaper: boolean }) {
  return (
    <g transform="translate(560 316)">
      {hasPaper ? (
        <>
          <path
            d="M70 20V-206L82 -214L94 -206L106 -214L118 -206L130 -214L142 -206L154 -214L166 -206L178 -214L190 -206L202 -214L214 -206L220 -210V20Z"
            fill="var(--white)"
          />
          <path d="M92 -170H172" stroke="var(--ink)" strokeWidth="13" strokeLinecap="round" />
          <path
            d="M92 -134H198M92 -110H198M92 -86H176"
            stroke="var(--ink-line)"
            strokeWidth="6"
            strokeLinecap="round"
          />
          <path d="M70 -58H220" stroke="var(--indigo)" strokeWidth="4" strokeDasharray="2 11" />
          <path d="M92 -24H198M92 4H198" stroke="var(--ink-line)" strokeWidth="4" strokeLinecap="round" />
        </>
      ) : null}
      <path d="M22 10H270Q290 10 292 34L300 180H-8L0 34Q2 10 22 10Z" fill="var(--indigo-night)" />
      <rect x="48" y="10" width="194" height="16" rx="8" fill="var(--black)" />
      <path d="M-4 130H296L300 180H-8Z" fill="var(--indigo)" />
      <circle cx="254" cy="84" r="11" fill={hasPaper ? 'var(--leaf-light)' : 'var(--marigold)'} />
      <circle cx="218" cy="84" r="11" fill="var(--ink-line)" />
    </g>
  );
}

/** What is printed above, and below it the lines that a hand fills in. */
function Sheet({ isSigned }: { isSigned: boolean }) {
  return (
    <g>
      <path
        d="M0 0H264V424L250 416L236 424L222 416L208 424L194 416L180 424L166 416L152 424L138 416L124 424L110 416L96 424L82 416L68 424L54 416L40 424L26 416L12 424L0 417Z"
        fill="var(--white)"
      />
      <path d="M28 42H168" stroke="var(--ink)" strokeWidth="16" strokeLinecap="round" />
      <path
        d="M28 84H236M28 110H236M28 136H206"
        stroke="var(--ink-line)"
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path d="M0 170H264" stroke="var(--indigo)" strokeWidth="5" strokeDasharray="2 13" />
      <path
        d="M28 230H236M28 286H236M28 382H236"
        stroke="var(--ink-line)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <g fill="none" stroke="var(--indigo)" strokeWidth="6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M40 222q8-26 14-4q8-22 16-2q10-20 16 0M108 222q6-24 16-4q8-16 18 2q10-22 18 0" />
        <path d="M40 278q10-30 16-6q8-18 18 4q6-22 16-2q10-16 18 2q8-20 16 0" />
        {isSigned ? (
          <path d="M58 372q14-66 34-26q6 30-20 24q40-44 54-12q8-28 24 2q10-24 20 4q14-16 44-22" />
        ) : (
          <path d="M58 372q14-66 34-26q6 30-20 24q22-24 36-28" />
        )}
      </g>
    </g>
  );
}

function Pen() {
  return (
    <g transform="translate(110 338) rotate(38)">
      <path d="M0 0L-14 -36H14Z" fill="var(--marigold-mist)" />
      <path d="M0 0L-5 -14H5Z" fill="var(--ink)" />
      <rect x="-14" y="-226" width="28" height="192" fill="var(--leaf)" />
      <rect x="-14" y="-252" width="28" height="34" rx="10" fill="var(--marigold)" />
      <path d="M-14 -58H14" stroke="var(--leaf-light)" strokeWidth="6" />
    </g>
  );
}

/** Hers to take away: number, thread, square code. */
function TicketPaper() {
  return (
    <g>
      <path
        d="M0 0H190V366L178 358L166 366L154 358L142 366L130 358L118 366L106 358L94 366L82 358L70 366L58 358L46 366L34 358L22 366L10 358L0 364Z"
        fill="var(--white)"
      />
      <path d="M24 40H166" stroke="var(--ink)" strokeWidth="24" strokeLinecap="round" />
      <path d="M0 82H190" stroke="var(--indigo)" strokeWidth="5" strokeDasharray="2 13" />
      <path d="M24 116H166M24 140H138" stroke="var(--ink-line)" strokeWidth="7" strokeLinecap="round" />
      <g transform="translate(40 184)" fill="var(--ink)">
        <path d="M0 0H40V40H0ZM70 0H110V40H70ZM0 70H40V110H0Z" />
        <path d="M50 0h12v14h-12ZM50 26h12v24h-12ZM70 52h14v14h-14ZM96 58h14v20h-14ZM54 66h12v20h-12ZM76 84h14v26h-14ZM54 98h12v12h-12ZM98 94h12v16h-12Z" />
        <path d="M10 10h20v20h-20ZM80 10h20v20h-20ZM10 80h20v20h-20Z" fill="var(--white)" />
      </g>
    </g>
  );
}
