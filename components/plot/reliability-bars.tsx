interface ReliabilityBarsProps {
  /** Places on an axis of probabilities, and the share that came true; empty bins are left out. */
  bins: readonly { from: number; to: number; count: number; accuracy: number }[]
  toX: (probability: number) => number
  toY: (share: number) => number
  /** Where the axis of probabilities begins. */
  low?: number
}

/** A bar a bin, as high as what was said came true, and the line on which it can be believed: a group of an SVG. */
export function ReliabilityBars({ bins, toX, toY, low = 0 }: ReliabilityBarsProps) {
  return (
    <g>
      {bins.map(({ from, to, count, accuracy }) =>
        count === 0 ? null : (
          <rect
            key={from}
            x={toX(from) + 0.5}
            width={toX(to) - toX(from) - 1}
            y={toY(accuracy)}
            height={toY(0) - toY(accuracy)}
            fill="var(--accent)"
          />
        ),
      )}
      <line x1={toX(low)} y1={toY(low)} x2={toX(1)} y2={toY(1)} stroke="var(--ink)" strokeDasharray="4 3" />
    </g>
  )
}
