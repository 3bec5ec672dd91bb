'use client'

import { memo, useMemo } from 'react'
import type { ChartSeries } from '@/components/plot/chart-series'
import { formatPercent } from '@/components/plot/format-number'
import { LineChart } from '@/components/plot/line-chart'
import type { DepthRunView } from '@/lib/training/depth/depth-player'
import type { DepthData } from '@/lib/training/depth/depth-protocol'
import { decades, decadeText, layerSeries, stepSeries } from './depth-series'
import type { LineLook } from './line-look'

interface DepthChartsProps {
  runs: readonly DepthRunView[]
  looks: readonly LineLook[]
  data: DepthData | null
  /** Hidden ones. */
  layers: number
  /** Of a whole run. */
  steps: number
}

const LOG = { log: true }
const LINEAR = { log: false }
const HEIGHT = 220

/** Medians over the seeds, layer by layer, and over the steps below; bands go from the lowest seed to the highest. */
export const DepthCharts = memo(function DepthCharts({ runs, looks, data, layers, steps }: DepthChartsProps) {
  const { variance, mean } = data?.inputs ?? { variance: undefined, mean: undefined }
  const all = useMemo(() => {
    const from = (value: number | undefined) => (value === undefined ? {} : { from: value })
    return {
      gradients: layerSeries(runs, looks, ({ gradients }) => gradients, LOG),
      variances: layerSeries(runs, looks, ({ variances }) => variances, { ...LOG, ...from(variance) }),
      means: layerSeries(runs, looks, ({ means }) => means, { ...LINEAR, ...from(mean) }),
      saturated: layerSeries(runs, looks, ({ saturated }) => saturated, LINEAR),
      first: stepSeries(runs, looks, ({ first }) => first, LOG),
      right: stepSeries(runs, looks, ({ accuracy }) => accuracy, LINEAR),
    }
  }, [runs, looks, variance, mean])
  const layerName = (x: number) => (x === 0 ? 'in' : x > layers ? 'out' : String(x))
  const across = { xLabel: 'layer', formatX: layerName, height: HEIGHT, live: true, emptyText: 'Not measured yet.' }
  const along = { xLabel: 'step', xDomain: [0, Math.max(1, steps)] as const, height: HEIGHT, live: true }
  const train = 'Press Run: it is measured again while the networks learn.'
  return (
    <div className="grid gap-6 @2xl:grid-cols-2">
      <LineChart
        {...across}
        {...logarithmic(all.gradients)}
        title="Gradient norm, layer by layer"
        series={all.gradients}
        xDomain={[1, layers + 1]}
      />
      <LineChart
        {...across}
        {...logarithmic(all.variances)}
        title="Variance of the outputs, layer by layer"
        series={all.variances}
        xDomain={[0, layers]}
      />
      <LineChart
        {...across}
        title="Saturated outputs, layer by layer"
        series={all.saturated}
        xDomain={[1, layers]}
        yDomain={[0, 1]}
        formatY={percent}
      />
      <LineChart {...across} title="Mean of the outputs, layer by layer" series={all.means} xDomain={[0, layers]} />
      <LineChart
        {...along}
        {...logarithmic(all.first)}
        title="Gradient norm of the first layer, step by step"
        series={all.first}
        emptyText={train}
      />
      <LineChart
        {...along}
        title="Right, held back, step by step"
        series={all.right}
        yDomain={[0, 1]}
        formatY={percent}
        emptyText={train}
      />
    </div>
  )
})

function logarithmic(series: readonly ChartSeries[]) {
  const yDomain = decades(series)
  return { yScale: 'log' as const, formatY: decadeText, ...(yDomain === null ? {} : { yDomain }) }
}

const percent = (share: number) => formatPercent(share, share * 100 === Math.round(share * 100) ? 0 : 1)
