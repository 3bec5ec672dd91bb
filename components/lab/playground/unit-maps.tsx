'use client'

/**
 * The units of one hidden layer as small multiples: each a map of what it puts out over the square, drawn from the player
 * past React. Positive and negative have a colour each; all units of a layer share one scale, so that they can be compared.
 */
import { memo, useEffect, useRef } from 'react'
import { paintUnit, scaleOf } from '@/components/plot/paint'
import type { PlanePlayer } from '@/lib/training/plane/plane-player'
import type { UnitMaps as Maps } from '@/lib/training/plane/plane-protocol'
import type { Palettes } from './use-colors'

interface UnitMapsProps {
  player: PlanePlayer
  palettes: Palettes
  /** Which hidden layer, from 0. */
  layer: number
  units: number
}

export const UnitMaps = memo(function UnitMaps({ player, palettes, layer, units }: UnitMapsProps) {
  const row = useRef<HTMLUListElement>(null)
  useEffect(() => {
    let image: ImageData | null = null
    const draw = (maps: Maps | null) => {
      const map = maps?.layers[layer]
      const canvases = [...(row.current?.querySelectorAll('canvas') ?? [])]
      // While the settings are ahead of the worker, its maps are of another network.
      if (maps === null || map === undefined || map.units !== canvases.length) return
      if (image === null) image = new ImageData(maps.side, maps.side)
      const pixels = new Uint32Array(image.data.buffer)
      const scale = scaleOf(map.values)
      for (const [unit, canvas] of canvases.entries()) {
        paintUnit(map.values, unit, map.units, scale, palettes.units, pixels)
        canvas.getContext('2d')?.putImageData(image, 0, 0)
      }
    }
    draw(player.last.units)
    return player.watch((frame) => draw(frame.units))
  }, [player, palettes, layer])
  return (
    <ul
      ref={row}
      aria-label={`Maps of the ${units} units of hidden layer ${layer + 1}`}
      className="m-0 grid list-none grid-cols-8 gap-1.5 p-0"
    >
      {numbersTo(units).map((unit) => (
        <li key={unit} className="m-0">
          <canvas
            width={26}
            height={26}
            role="img"
            aria-label={`Unit ${unit}`}
            className="block aspect-square w-full max-w-14 rounded-[4px] border border-line bg-surface"
          />
        </li>
      ))}
    </ul>
  )
})

export const numbersTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
