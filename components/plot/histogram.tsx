interface HistogramProps {
  /** Of bins of equal width from below zero to above it, half of them on each side. */
  counts: readonly number[]
  /** How many numbers are exactly zero: a line at zero of its own, since they would hide all else. */
  zeros: number
  height: number
}

/** Bars without axes; whoever draws it says in words what the ends are. */
export function Histogram({ counts, zeros, height }: HistogramProps) {
  const highest = Math.max(1, ...counts)
  const zeroHeight = Math.min(1, zeros / highest) * height
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={height}
      viewBox={`0 0 ${Math.max(1, counts.length)} ${height}`}
      preserveAspectRatio="none"
      className="block border-line-strong border-b bg-sunken"
    >
      <path
        d={counts.map((count, bin) => barOf(bin, (count / highest) * height, height)).join('')}
        fill="var(--accent)"
      />
      {zeros > 0 ? (
        <rect x={counts.length / 2 - 0.25} width={0.5} y={height - zeroHeight} height={zeroHeight} fill="var(--bad)" />
      ) : null}
    </svg>
  )
}

/** A bar of at least one pixel, unless nothing was counted. */
function barOf(bin: number, size: number, height: number): string {
  if (size === 0) return ''
  const top = height - Math.max(1, size)
  return `M${bin + 0.08} ${height}V${top.toFixed(1)}H${bin + 0.92}V${height}Z`
}
