'use client'

/**
 * The reliability diagram: bins that are read by pointer or keys, with their counts above and what stood there before the
 * temperature as outlines. Not here: how bins are filled (reading/reliability.ts), nor the bars (components/plot).
 */
import { memo, useState } from 'react'
import type { Reliability, Whose } from '@/components/lab/calibration-lab/reading/reliability'
import { shareText } from '@/components/lab/calibration-lab/reading/threshold-words'
import { formatNumber } from '@/components/plot/format-number'
import { ReliabilityBars } from '@/components/plot/reliability-bars'
import type { ReliabilityBin } from '@/lib/engine'
import { type ToPixel, UnitFigure } from './unit-figure'

interface ReliabilityFigureProps {
  whose: Whose
  /** At temperature 1. */
  before: Reliability | null
  /** At the temperature that is set. */
  after: Reliability | null
  temperature: number
  emptyText: string | null
}

/** The likelier of two classes has at least one half: no bin below the eighth of fifteen holds anything. */
const LOWEST: Record<Whose, number> = { likelier: 7 / 15, rare: 0 }

/** How often what it said came true, bin by bin, with the points in each: on the dashed line it can be believed. */
export const ReliabilityFigure = memo(function ReliabilityFigure(props: ReliabilityFigureProps) {
  const { whose, before, after, temperature, emptyText } = props
  const [chosen, setChosen] = useState<number | null>(null)
  const low = LOWEST[whose]
  const bins = (after?.bins ?? []).filter(({ from, count }) => from >= low - 1e-9 && count > 0)
  const index = chosen === null ? bins.length - 1 : Math.min(chosen, bins.length - 1)
  const read = bins[index]
  const isTurned = temperature !== 1
  const what = whose === 'rare' ? 'of class 1' : 'right'
  return (
    <UnitFigure
      title={whose === 'rare' ? 'Reliability of the probability of class 1' : 'Reliability of the likelier class'}
      xLabel={whose === 'rare' ? 'probability of class 1' : 'probability of the likelier class'}
      low={low}
      headroom={HEADROOM}
      legend={[
        {
          label: `ECE at T = ${formatNumber(temperature)}`,
          color: 'var(--accent)',
          value: after === null ? '–' : formatNumber(after.error, 3),
        },
        ...(isTurned
          ? [
              {
                label: 'at T = 1',
                color: 'var(--warn)',
                dash: '4 3',
                value: before === null ? '–' : formatNumber(before.error, 3),
              },
            ]
          : []),
      ]}
      index={index}
      last={bins.length - 1}
      onIndex={setChosen}
      onPoint={(x) => {
        const at = bins.findIndex(({ from, to }) => x >= from && x <= to)
        if (at >= 0) setChosen(at)
      }}
      reading={read === undefined ? '' : binWords(read, what)}
      table={{
        head: ['probability', 'points', what, 'mean probability', 'points at T = 1', `${what} at T = 1`],
        rows: () => tableRows(after?.bins ?? [], before?.bins ?? []),
      }}
      emptyText={emptyText}
    >
      {(toX, toY) => (
        <>
          <ReliabilityBars bins={bins} toX={toX} toY={toY} low={low} />
          {isTurned ? <Outlines bins={before?.bins ?? []} toX={toX} toY={toY} /> : null}
          <Counts bins={bins} toX={toX} toY={toY} />
          {read === undefined ? null : (
            <rect
              x={toX(read.from)}
              width={toX(read.to) - toX(read.from)}
              y={toY(1)}
              height={toY(0) - toY(1)}
              fill="none"
              stroke="var(--line-strong)"
            />
          )}
        </>
      )}
    </UnitFigure>
  )
})

interface BinsProps {
  bins: readonly ReliabilityBin[]
  toX: ToPixel
  toY: ToPixel
}

/** What stood there at temperature 1. */
function Outlines({ bins, toX, toY }: BinsProps) {
  const path = bins
    .filter(({ count }) => count > 0)
    .map(({ from, to, accuracy }) => `M${toX(from) + 1} ${toY(0)}V${toY(accuracy)}H${toX(to) - 1}V${toY(0)}`)
    .join('')
  return <path d={path} fill="none" stroke="var(--warn)" strokeWidth={1.5} strokeDasharray="4 3" />
}

/** Pixels that four digits need side by side. */
const WIDE = 27
/** Room for them above the bars, upright where a bin is narrow. */
const HEADROOM = 24

/** How many points each bin has, above it. */
function Counts({ bins, toX, toY }: BinsProps) {
  return (
    <g fontSize={10} fill="var(--muted)">
      {bins.map(({ from, to, count }) => {
        const x = (toX(from) + toX(to)) / 2
        const isWide = toX(to) - toX(from) >= WIDE
        return (
          <text
            key={from}
            textAnchor={isWide ? 'middle' : 'start'}
            transform={isWide ? `translate(${x} ${toY(1) - 6})` : `translate(${x + 3.5} ${toY(1) - 4}) rotate(-90)`}
          >
            {count}
          </text>
        )
      })}
    </g>
  )
}

const rangeText = ({ from, to }: ReliabilityBin) => `${formatNumber(from, 3)} to ${formatNumber(to, 3)}`

function binWords(bin: ReliabilityBin, what: string): string {
  const points = bin.count === 1 ? '1 point' : `${formatNumber(bin.count, 7)} points`
  return `Probability ${rangeText(bin)}: ${points}, ${shareText(bin.accuracy)} ${what}, ${shareText(bin.confidence)} expected.`
}

function tableRows(after: readonly ReliabilityBin[], before: readonly ReliabilityBin[]): string[][] {
  return after.flatMap((bin, at) => {
    const cold = before[at]
    if (bin.count === 0 && (cold?.count ?? 0) === 0) return []
    return [
      [
        rangeText(bin),
        String(bin.count),
        shareText(bin.accuracy),
        shareText(bin.confidence),
        String(cold?.count ?? 0),
        shareText(cold?.accuracy ?? null),
      ],
    ]
  })
}
