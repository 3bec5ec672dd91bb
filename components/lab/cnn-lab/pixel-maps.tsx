'use client'

/**
 * Small pictures side by side: the filters of the first layer as the colours that they look for, and what the units of a
 * layer put out, below 0 in one colour and above in another. Numbers in, pixels out; the tables are channel-tables.tsx.
 */
import { memo, useEffect, useMemo, useRef } from 'react'
import { usePalettes } from '@/components/lab/playground/use-colors'
import { paintUnit, scaleOf } from '@/components/plot/paint'
import type { NamedNumbers } from '@/lib/engine'
import type { LayerMaps } from '@/lib/training/look/look-protocol'

/** Each filter's weights as a colour picture: grey is 0, and all filters share one scale. */
export const FilterPictures = memo(function FilterPictures({ filters }: { filters: NamedNumbers }) {
  const [count = 0, side = 0] = filters.shape
  const pictures = useMemo(() => paintFilters(filters.values, count, side), [filters, count, side])
  return (
    <ul aria-label={`The ${count} filters of the first layer`} className="m-0 grid list-none grid-cols-8 gap-1.5 p-0">
      {pictures.map(({ name, pixels }) => (
        <li key={name} className="m-0">
          <Pixels pixels={pixels} width={side} height={side} label={name} />
        </li>
      ))}
    </ul>
  )
})

function paintFilters(values: Float32Array, count: number, side: number) {
  const scale = scaleOf(values)
  const size = side * side
  return Array.from({ length: count }, (_, filter) => {
    const pixels = new Uint8ClampedArray(size * 4).fill(255)
    for (let place = 0; place < size; place++) {
      for (let color = 0; color < 3; color++) {
        pixels[place * 4 + color] = 128 + (127 * (values[(filter * size + place) * 3 + color] ?? 0)) / scale
      }
    }
    return { name: `Filter ${filter + 1}`, pixels }
  })
}

/** What each channel puts out for one image. */
export const FeatureMaps = memo(function FeatureMaps({ maps }: { maps: LayerMaps }) {
  const palettes = usePalettes()
  const { width, height, channels, values } = maps
  const pictures = useMemo(() => {
    const scale = scaleOf(values)
    return Array.from({ length: channels }, (_, channel) => {
      const pixels = new Uint8ClampedArray(width * height * 4)
      paintUnit(values, channel, channels, scale, palettes.units, new Uint32Array(pixels.buffer))
      return { name: `Map ${channel + 1}`, pixels }
    })
  }, [values, channels, width, height, palettes])
  return (
    <ul aria-label={`${channels} feature maps`} className="m-0 grid list-none grid-cols-8 gap-1.5 p-0">
      {pictures.map(({ name, pixels }) => (
        <li key={name} className="m-0">
          <Pixels pixels={pixels} width={width} height={height} label={name} />
        </li>
      ))}
    </ul>
  )
})

interface PixelsProps {
  pixels: Uint8ClampedArray<ArrayBuffer>
  width: number
  height: number
  label: string
}

function Pixels({ pixels, width, height, label }: PixelsProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    ref.current?.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0)
  }, [pixels, width, height])
  return (
    <canvas
      ref={ref}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      className="block aspect-square w-full rounded-[4px] border border-line bg-surface [image-rendering:pixelated]"
    />
  )
}
