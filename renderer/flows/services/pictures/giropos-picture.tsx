/** A savings book that lies open, with its coins beside it and the thread as its bookmark. */
export function GiroposPicture() {
  return (
    <>
      <path d="M40 164q60-14 120 6q60-20 120-6l10 20q-70-12-130 6q-60-18-130-6Z" fill="var(--leaf-deep)" />
      <path
        d="M46 44q58-16 114 8v124q-56-24-114-8Z"
        fill="var(--white)"
        stroke="var(--indigo-night)"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path
        d="M274 44q-58-16-114 8v124q56-24 114-8Z"
        fill="var(--white)"
        stroke="var(--indigo-night)"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path
        d="M64 72q40-8 78 6M64 98q40-8 78 6M64 124q40-8 46-2M178 78q38-14 46-12"
        fill="none"
        stroke="var(--leaf-light)"
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path
        d="M-200 26C-60 26 60 18 150 40q10 4 10 14v126q0 22 12 20t10-18"
        fill="none"
        stroke="var(--terracotta-bright)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <g stroke="var(--indigo-night)" strokeWidth="4">
        <path d="M186 134v20q0 12 34 12t34-12v-20Z" fill="var(--marigold)" />
        <path d="M186 112v22q0 12 34 12t34-12v-22Z" fill="var(--marigold)" />
        <ellipse cx="220" cy="112" rx="34" ry="12" fill="var(--marigold-mist)" />
      </g>
      <path d="M208 112h24" stroke="var(--indigo-night)" strokeWidth="5" strokeLinecap="round" />
    </>
  );
}
