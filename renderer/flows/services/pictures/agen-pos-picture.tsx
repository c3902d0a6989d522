/** A small shop with its awning: a scale, a parcel and a lamp at the counter. */
export function AgenPosPicture() {
  return (
    <>
      <path d="M-200 186h720" stroke="var(--indigo-night)" strokeWidth="4" />
      <path d="M62 70h196v116H62Z" fill="var(--white)" stroke="var(--indigo-night)" strokeWidth="4" />
      <path d="M80 92h108v50H80Z" fill="var(--indigo-mist)" stroke="var(--indigo-night)" strokeWidth="4" />
      <path d="M206 92h36v94h-36Z" fill="var(--indigo)" stroke="var(--indigo-night)" strokeWidth="4" />
      <circle cx="234" cy="142" r="4" fill="var(--marigold)" />
      <path d="M72 142h124v16H72Z" fill="var(--marigold)" stroke="var(--indigo-night)" strokeWidth="4" />
      <g stroke="var(--indigo-night)" strokeWidth="4" strokeLinejoin="round">
        <rect x="92" y="116" width="34" height="26" fill="var(--sand)" />
        <path d="M109 116v26" stroke="var(--terracotta-bright)" />
        <path d="M144 142l6-14h22l6 14Zm17-14v-8m-18 0h36" fill="var(--leaf)" />
      </g>
      <path d="M50 30h220l14 44H36Z" fill="var(--white)" />
      <path d="M50 30h37l-10 44H36Zm74 0h36v44h-42Zm73 0h36l10 44h-40Z" fill="var(--terracotta-bright)" />
      <path
        d="M36 74q21 28 41 0q20 28 41 0q21 28 42 0q21 28 43 0q20 28 40 0q21 28 41 0"
        fill="var(--white)"
        stroke="var(--indigo-night)"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path
        d="M50 30h220l14 44H36Z"
        fill="none"
        stroke="var(--indigo-night)"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path
        d="M-200 20C-100 20-20 8 50 14t120 0t110 4t240-4"
        fill="none"
        stroke="var(--terracotta-bright)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M160 14v10" stroke="var(--indigo-night)" strokeWidth="4" />
    </>
  );
}
