'use client'

import { useEffect, useState } from 'react'
import { CELL_HEAD, CellRows } from '@/components/plot/cell-rows'
import { ChartTable } from '@/components/plot/chart-table'
import { formatNumber } from '@/components/plot/format-number'
import { activations } from '@/lib/engine'
import type { PlanePlayer } from '@/lib/training/plane/plane-player'
import type { PlaceReading, PlaneData } from '@/lib/training/plane/plane-protocol'
import type { PlaygroundSettings } from './playground-spec'
import { numbersTo } from './unit-maps'

interface UnitsTableProps {
  reading: PlaceReading | null
  layers: PlaygroundSettings['layers']
}

/** Behind the maps: what each unit puts out where values are read. */
export function UnitsTable({ reading, layers }: UnitsTableProps) {
  return (
    <ChartTable
      title="Units at the place that is read"
      head={['layer', 'unit', 'activation', 'output']}
      rows={() =>
        Array.from(layers.entries(), ([layer, [units, name]]) =>
          numbersTo(units).map((unit) => (
            <tr key={`${layer}/${unit}`}>
              <td className="py-1 pr-4">{layer + 1}</td>
              <td className="py-1 pr-4">{unit}</td>
              <td className="py-1 pr-4">{activations[name].title}</td>
              <td className="py-1 pr-4">{formatNumber(reading?.units[layer]?.[unit - 1] ?? Number.NaN, 6)}</td>
            </tr>
          )),
        )
      }
    />
  )
}

interface SurfaceTableProps {
  player: PlanePlayer
  data: Pick<PlaneData, 'points' | 'classes'>
}

/** Behind the surface: what it says at places evenly spread. */
export function SurfaceTable(props: SurfaceTableProps) {
  return <ChartTable title="The decision surface" head={CELL_HEAD} rows={() => <SurfaceRows {...props} />} />
}

/** A table that changes thirty times a second cannot be read. */
const REFRESH_MS = 1000

function SurfaceRows({ player, data }: SurfaceTableProps) {
  const [surface, setSurface] = useState(player.last.surface)
  useEffect(() => {
    const timer = window.setInterval(() => setSurface(player.last.surface), REFRESH_MS)
    return () => window.clearInterval(timer)
  }, [player])
  if (surface === null) return null
  return <CellRows cells={surface} extent={data.points.extent} classes={data.classes} />
}
