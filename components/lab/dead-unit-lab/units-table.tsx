'use client'

import { ChartTable } from '@/components/plot/chart-table'
import { deathsOf, type UnitHistory } from '@/lib/training/dead-units/unit-history'
import { numbered } from './dead-unit-spec'
import type { Cell } from './unit-cells'
import { LOOK_NAMES } from './unit-words'

interface UnitsTableProps {
  layers: readonly number[]
  cells: readonly Cell[]
  history: UnitHistory | null
  step: number
  examples: number
}

/** Behind the cells: each unit's numbers at the step that is shown. */
export function UnitsTable({ layers, cells, history, step, examples }: UnitsTableProps) {
  return (
    <ChartTable
      title={`Units after step ${step}`}
      head={[
        'layer',
        'unit',
        'state',
        `awake on, of ${examples}`,
        'of the next batch',
        'died at step',
        'awake again at step',
      ]}
      rows={() =>
        history === null
          ? null
          : numbered(layers).map(({ layer, unit, index }) => {
              const death = deathsOf(history, index, step).at(-1)
              const cell = cells[index]
              return (
                <tr key={index}>
                  <td className="py-1 pr-4">{layer + 1}</td>
                  <td className="py-1 pr-4">{unit + 1}</td>
                  <td className="py-1 pr-4">{cell === undefined ? '' : LOOK_NAMES[cell.look]}</td>
                  <td className="py-1 pr-4">{history.awakeOn(step, index)}</td>
                  <td className="py-1 pr-4">{history.awakeInBatch(step, index)}</td>
                  <td className="py-1 pr-4">{death?.died ?? ''}</td>
                  <td className="py-1 pr-4">{death?.back ?? ''}</td>
                </tr>
              )
            })
      }
    />
  )
}
