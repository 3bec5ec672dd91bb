import { useMemo } from 'react'
import type { ChartPoint, ChartSeries } from '@/components/plot/chart-series'
import { LineChart } from '@/components/plot/line-chart'
import { roundDomain } from '@/components/plot/scale'
import { activationLook, mainActivation } from '@/components/training/activation-look'
import type { LinePoints } from '@/lib/training/protocol'
import type { RunView } from '@/lib/training/training-snapshot'
import { FIT_HEIGHT } from './panel-layout'

interface FittedCurveProps {
  /** Null before the data are there. */
  line: LinePoints | null
  runs: readonly RunView[]
  /** Drawn thick; the others stay thin behind it. */
  current: RunView | undefined
}

/** One number to one number: the points, and the function that each seed's network has become so far. */
export function FittedCurve({ line, runs, current }: FittedCurveProps) {
  const dots = useMemo(() => (line ? pointsOf(line) : []), [line])
  const series = useMemo(() => (line ? fitsOf(line, runs, current?.key) : []), [line, runs, current?.key])
  return (
    <LineChart
      title="What the network makes of x"
      xLabel="x"
      series={series}
      dots={dots}
      xDomain={line ? roundDomain(line.low, line.high) : [-1, 1]}
      {...(line ? { yDomain: reachOf(line) } : {})}
      height={FIT_HEIGHT}
      live
      emptyText="The data points come here when it runs, and the network’s own function bends towards them."
    />
  )
}

function pointsOf({ inputs, targets }: LinePoints): ChartPoint[] {
  return Array.from(inputs, (x, index) => [x, targets[index] ?? 0] as const)
}

/** Of the data, and a quarter more each way: the axis stands still whatever the network does, and what leaves it is cut off. */
function reachOf({ targets }: LinePoints): readonly [number, number] {
  const [low, high] = [Math.min(...targets), Math.max(...targets)]
  const margin = (high - low || 1) / 4
  return [low - margin, high + margin]
}

/** The thick one last, so that it lies on top. */
export function fitsOf(line: LinePoints, runs: readonly RunView[], currentKey: string | undefined): ChartSeries[] {
  const drawn = runs.flatMap(({ key, seed, spec, fit }) => (fit ? [{ key, seed, spec, fit }] : []))
  return drawn
    .sort((a, b) => Number(a.key === currentKey) - Number(b.key === currentKey))
    .map(({ key, seed, spec, fit }) => {
      const { label, color } = activationLook(mainActivation(spec))
      const place = (index: number) => line.low + ((line.high - line.low) * index) / (fit.length - 1)
      return {
        ...{ id: key, label: `${label}, seed ${seed}`, color, background: key !== currentKey },
        points: Array.from(fit, (y, index) => [place(index), y] as const),
      }
    })
}
