'use client'

import { memo } from 'react'
import { ChartTable } from '@/components/plot/chart-table'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import type { NamedNumbers } from '@/lib/engine'
import type { LayerMaps } from '@/lib/training/look/look-protocol'
import { channelRows } from './channel-rows'

/** Behind the pictures of the filters: every weight. */
export const FilterTable = memo(function FilterTable({ filters: { shape, values } }: { filters: NamedNumbers }) {
  const [count = 0, side = 0] = shape
  const size = side * side
  return (
    <ChartTable
      title="Filters of the first layer"
      head={['filter', 'row', 'column', 'red', 'green', 'blue']}
      rows={() =>
        Array.from({ length: count * size }, (_, at) => (
          <tr key={places(at, size)}>
            <td className="py-1 pr-4">{Math.floor(at / size) + 1}</td>
            <td className="py-1 pr-4">{(Math.floor(at / side) % side) + 1}</td>
            <td className="py-1 pr-4">{(at % side) + 1}</td>
            {[...values.subarray(at * 3, at * 3 + 3)].map((weight, color) => (
              <td key={COLORS[color]} className="py-1 pr-4">
                {formatNumber(weight, 4)}
              </td>
            ))}
          </tr>
        ))
      }
    />
  )
})

const COLORS = ['red', 'green', 'blue']
const places = (at: number, size: number) => `${Math.floor(at / size)}/${at % size}`

/** Behind the feature maps: what each channel's map holds. */
export const ChannelTable = memo(function ChannelTable({ maps }: { maps: LayerMaps }) {
  return (
    <ChartTable
      title="Feature maps"
      head={['map', 'least', 'mean', 'most', 'exactly 0']}
      rows={() =>
        channelRows(maps).map(({ channel, least, mean, most, zeros }) => (
          <tr key={channel}>
            <td className="py-1 pr-4">{channel}</td>
            <td className="py-1 pr-4">{formatNumber(least, 4)}</td>
            <td className="py-1 pr-4">{formatNumber(mean, 4)}</td>
            <td className="py-1 pr-4">{formatNumber(most, 4)}</td>
            <td className="py-1 pr-4">{formatPercent(zeros, 0)}</td>
          </tr>
        ))
      }
    />
  )
})
