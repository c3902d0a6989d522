/** From a far side of the world to a house with a light in its window: the thread carries an envelope home. */
export function RemittancePicture() {
  return (
    <>
      <circle cx="62" cy="122" r="58" fill="var(--indigo)" stroke="var(--indigo-night)" strokeWidth="4" />
      <path
        d="M30 92q18-14 34-6t10 18t-18 14t-30 4q-8-16 4-30Zm46 42q20-10 32 2q-4 20-22 32q-14-4-10-18Z"
        fill="var(--leaf-light)"
      />
      <path
        d="M62 64q-30 58 0 116m0-116q30 58 0 116M4 122h116"
        fill="none"
        stroke="var(--indigo-light)"
        strokeWidth="3"
      />
      <path
        d="M-200 150C-120 150-60 140 20 112C70 60 150 10 206 48q36 26 42 66"
        fill="none"
        stroke="var(--terracotta-bright)"
        strokeWidth="5"
        strokeLinecap="round"
        strokeDasharray="0.5 0"
      />
      <g transform="rotate(-8 152 46)" stroke="var(--indigo-night)" strokeWidth="4" strokeLinejoin="round">
        <rect x="112" y="20" width="80" height="52" rx="5" fill="var(--white)" />
        <path d="M114 24l38 28 38-28" fill="none" />
        <circle cx="152" cy="58" r="9" fill="var(--marigold)" />
      </g>
      <path
        d="M196 188v-64l52-44 52 44v64Z"
        fill="var(--white)"
        stroke="var(--indigo-night)"
        strokeWidth="4"
      />
      <path
        d="M184 130l64-56 64 56"
        fill="none"
        stroke="var(--terracotta)"
        strokeWidth="14"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <rect
        x="212"
        y="134"
        width="30"
        height="28"
        fill="var(--marigold)"
        stroke="var(--indigo-night)"
        strokeWidth="4"
      />
      <path d="M227 134v28m-15-14h30" stroke="var(--indigo-night)" strokeWidth="3" />
      <path d="M258 188v-46h26v46" fill="var(--leaf)" stroke="var(--indigo-night)" strokeWidth="4" />
      <path d="M150 190h370" stroke="var(--indigo-night)" strokeWidth="4" strokeLinecap="round" />
    </>
  );
}
