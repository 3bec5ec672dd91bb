'use client'

import { useEffect, useState } from 'react'
import { classColor } from '@/components/plot/class-colors'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import type { PlanePlayer } from '@/lib/training/plane/plane-player'
import type { PlaceReading as Reading } from '@/lib/training/plane/plane-protocol'
import type { Axis } from './csv/read-points'
import type { Place } from './place'

/** The latest reading that the player has, a few times a second. */
export function usePlaceReading(player: PlanePlayer): Reading | null {
  const [reading, setReading] = useState<Reading | null>(player.last.place)
  useEffect(() => {
    let shownAt = 0
    let timer = 0
    const stop = player.watch((frame) => {
      const { place } = frame
      if (place === null) return
      window.clearTimeout(timer)
      const show = () => {
        shownAt = performance.now()
        setReading(place)
      }
      if (performance.now() - shownAt > 90) show()
      else timer = window.setTimeout(show, 90)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [player])
  return reading
}

interface PlaceReadingProps {
  place: Place
  reading: Reading | null
  classes: readonly string[]
  /** Of a file: what the two directions are, and in which unit. */
  axes: readonly [Axis, Axis] | null
}

/** What the network says of one place, exactly: a share for each class, and the numbers that it puts out. */
export function PlaceReading({ place, reading, classes, axes }: PlaceReadingProps) {
  const [across, upwards] = named(place, axes)
  return (
    <div className="flex flex-col gap-1.5 text-sm tabular-nums">
      <p className="m-0 text-muted">
        At {across.name} = <span className="text-ink">{across.value}</span>, {upwards.name} ={' '}
        <span className="text-ink">{upwards.value}</span>
        {reading === null ? null : (
          <> the output is {reading.outputs.map((value) => formatNumber(value, 4)).join(', ')}</>
        )}
      </p>
      <ul className="m-0 flex list-none flex-col gap-1 p-0">
        {classes.map((name, index) => {
          const share = reading?.shares[index] ?? 0
          return (
            <li key={name} className="m-0 grid grid-cols-[5.5rem_minmax(0,1fr)_4rem] items-center gap-2">
              <span className="truncate">{name}</span>
              <span aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-sunken">
                <span
                  className="block h-full rounded-full forced-color-adjust-none"
                  style={{ width: `${share * 100}%`, background: classColor(index) }}
                />
              </span>
              <span className="text-right">{reading === null ? '–' : formatPercent(share, 2)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The same for a screen reader. */
export function readingWords(
  place: Place,
  reading: Reading | null,
  classes: readonly string[],
  axes: PlaceReadingProps['axes'],
): string {
  const [across, upwards] = named(place, axes)
  const where = `${across.name} ${across.value}, ${upwards.name} ${upwards.value}`
  if (reading === null) return `${where}: no values yet`
  return `${where}: ${classes.map((name, index) => `${name} ${formatPercent(reading.shares[index] ?? 0, 1)}`).join(', ')}`
}

/** In the units of the data. */
function named({ x, y }: Place, axes: PlaceReadingProps['axes']) {
  const shown = (value: number, axis: Axis | undefined) =>
    formatNumber(axis === undefined ? value : axis.centre + value * axis.scale, axis === undefined ? 3 : 4)
  return [
    { name: axes?.[0].name ?? 'x₁', value: shown(x, axes?.[0]) },
    { name: axes?.[1].name ?? 'x₂', value: shown(y, axes?.[1]) },
  ] as const
}
