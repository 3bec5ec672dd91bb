/** The mark of components/shell/mark.tsx in the light theme's colours, for pictures that know no stylesheet. */
export function MarkTile({ side, rounded = true }: { side: number; rounded?: boolean }) {
  return (
    <svg aria-hidden="true" width={side} height={side} viewBox="0 0 32 32">
      <rect width={32} height={32} rx={rounded ? 8 : 0} fill="#2446c4" />
      <path
        d="M6 21.5h9.2L25 9.5"
        fill="none"
        stroke="#fff"
        strokeWidth={3}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx={15.2} cy={21.5} r={2.9} fill="#fff" />
    </svg>
  )
}
