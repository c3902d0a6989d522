/** A parcel tied with the thread, and a letter in a hurry. */
export function CourierPicture() {
  return (
    <>
      <path d="M-200 184h720" stroke="var(--indigo-night)" strokeWidth="4" />
      <path
        d="M120 78l78-30 92 26-78 34Z"
        fill="var(--marigold-mist)"
        stroke="var(--indigo-night)"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path
        d="M120 78v86l92 26V108Z"
        fill="var(--marigold)"
        stroke="var(--indigo-night)"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path
        d="M290 74v82l-78 34V108Z"
        fill="var(--sand)"
        stroke="var(--indigo-night)"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path
        d="M166 91l80-30M160 88v88M252 90v83M118 120l94 27 78-31"
        fill="none"
        stroke="var(--terracotta-bright)"
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path
        d="M206 76q-26-26-36-8t36 8q12-34 30-20t-30 20"
        fill="none"
        stroke="var(--terracotta-bright)"
        strokeWidth="6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <rect
        x="228"
        y="130"
        width="40"
        height="26"
        rx="3"
        transform="rotate(-22 248 143)"
        fill="var(--white)"
      />
      <g transform="rotate(-10 66 96)" stroke="var(--indigo-night)" strokeWidth="4" strokeLinejoin="round">
        <rect x="22" y="66" width="88" height="58" rx="5" fill="var(--white)" />
        <path d="M24 70l42 32 42-32" fill="none" />
        <rect x="88" y="72" width="14" height="17" fill="var(--leaf)" strokeWidth="2" />
      </g>
      <path d="M-10 70h22M-24 94h32M-8 118h20" stroke="var(--indigo)" strokeWidth="6" strokeLinecap="round" />
    </>
  );
}
