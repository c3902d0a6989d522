/** A telephone as a wallet: coins go in at the left, what they pay for comes out at the right. */
export function PospayPicture() {
  return (
    <>
      <path
        d="M-200 132C-40 132 20 150 84 132S132 84 160 92s34 52 84 40s100-14 276 0"
        fill="none"
        stroke="var(--terracotta-bright)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <g fill="var(--marigold)" stroke="var(--indigo-night)" strokeWidth="4">
        <circle cx="42" cy="76" r="21" />
        <circle cx="84" cy="112" r="21" />
        <circle cx="50" cy="150" r="21" />
      </g>
      <path
        d="M42 67v18M84 103v18M50 141v18"
        stroke="var(--indigo-night)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <rect x="116" y="8" width="96" height="186" rx="16" fill="var(--indigo-night)" />
      <rect x="124" y="24" width="80" height="148" rx="4" fill="var(--white)" />
      <rect x="124" y="24" width="80" height="50" fill="var(--indigo)" />
      <path d="M136 42h38m-38 16h24" stroke="var(--white)" strokeWidth="6" strokeLinecap="round" />
      <circle cx="186" cy="50" r="9" fill="var(--marigold)" />
      <path
        d="M138 94h52m-52 22h36m-36 22h46"
        stroke="var(--indigo-light)"
        strokeWidth="8"
        strokeLinecap="round"
      />
      <path d="M152 183h24" stroke="var(--indigo-light)" strokeWidth="5" strokeLinecap="round" />
      <g stroke="var(--indigo-night)" strokeWidth="4" strokeLinejoin="round">
        <circle cx="266" cy="52" r="26" fill="var(--white)" />
        <path d="M270 34l-15 20h11l-5 17 16-22h-11Z" fill="var(--marigold)" />
        <circle cx="286" cy="108" r="26" fill="var(--white)" />
        <path d="M286 92c9 12 13 18 13 24a13 13 0 0 1-26 0c0-6 4-12 13-24Z" fill="var(--indigo-light)" />
        <circle cx="256" cy="162" r="26" fill="var(--white)" />
        <path d="M242 166l14-15 14 15v10h-28Z" fill="var(--terracotta-bright)" />
      </g>
    </>
  );
}
