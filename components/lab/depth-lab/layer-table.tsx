'use client'

import { ChartTable } from '@/components/plot/chart-table'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import type { DepthRunView } from '@/lib/training/depth/depth-player'
import type { LayerReading } from '@/lib/training/depth/depth-protocol'
import { medianOf, soundRuns } from './depth-series'
import type { LineLook } from './line-look'

interface LayerTableProps {
  runs: readonly DepthRunView[]
  looks: readonly LineLook[]
}

/** Behind the pictures across the layers: medians over the seeds, and the gradients' lowest and highest; zeros too. */
export function LayerTable({ runs, looks }: LayerTableProps) {
  return (
    <div className="flex flex-col">
      <p className="m-0 font-semibold text-sm">All numbers, layer by layer</p>
      <ChartTable
        title="All networks, layer by layer"
        head={['network', 'layer', 'gradient norm', 'lowest', 'highest', 'variance', 'mean', 'saturated']}
        rows={() => looks.flatMap((look, line) => rowsOf(runs, look, line))}
      />
    </div>
  )
}

function rowsOf(runs: LayerTableProps['runs'], { id, label }: LineLook, line: number) {
  const readings = soundRuns(runs, line).flatMap(({ reading }) => reading ?? [])
  const layers = readings[0]?.gradients.length ?? 0
  return Array.from({ length: layers }, (_, layer) => {
    const of = (pick: (reading: LayerReading) => readonly number[]) =>
      readings.flatMap((reading) => pick(reading)[layer] ?? [])
    const gradients = of(({ gradients: all }) => all)
    const isOutput = layer === layers - 1
    const layerName = isOutput ? 'output' : String(layer + 1)
    const middle = (values: readonly number[], format = (value: number) => formatNumber(value, 4)) =>
      isOutput ? '' : format(medianOf(values))
    return (
      <tr key={`${id}/${layerName}`}>
        <td className="py-1 pr-4">{label}</td>
        <td className="py-1 pr-4">{layerName}</td>
        <td className="py-1 pr-4">{formatNumber(medianOf(gradients), 4)}</td>
        <td className="py-1 pr-4">{formatNumber(Math.min(...gradients), 4)}</td>
        <td className="py-1 pr-4">{formatNumber(Math.max(...gradients), 4)}</td>
        <td className="py-1 pr-4">{middle(of(({ variances }) => variances))}</td>
        <td className="py-1 pr-4">{middle(of(({ means }) => means))}</td>
        <td className="py-1 pr-4">
          {middle(
            of(({ saturated }) => saturated),
            (share) => formatPercent(share),
          )}
        </td>
      </tr>
    )
  })
}
