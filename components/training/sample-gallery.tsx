'use client'

/** Test images as pictures with their names, and what a network takes them for. What it takes them for is its caller's. */
import { Check, X } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { formatPercent } from '@/components/plot/format-number'
import type { DataSummary, SampleImages, SamplePredictions } from '@/lib/training/protocol'

interface SampleGalleryProps {
  data: DataSummary | null
  predictions: SamplePredictions | null
}

/** The first few test images, with what the network takes them for at its latest evaluation. */
export const SampleGallery = memo(function SampleGallery({ data, predictions }: SampleGalleryProps) {
  const samples = data?.samples
  const classes = data?.classes
  if (!samples || !classes) return null
  return (
    <ImageGallery
      title={`${samples.labels.length} test images${predictions ? ', and what the network says' : ''}`}
      samples={samples}
      places={[...samples.labels.keys()]}
      classes={classes}
      said={predictions}
    />
  )
})

interface ImageGalleryProps {
  title: string
  samples: SampleImages
  /** Where each stands among the test images, from 0. */
  places: readonly number[]
  classes: readonly string[]
  /** What the network takes them for, in their order. */
  said: SamplePredictions | null
  /** Makes a button of each picture. */
  onChoose?: (place: number) => void
}

/** Test images with their names, and what a network takes them for. */
export function ImageGallery({ title, samples, places, classes, said, onChoose }: ImageGalleryProps) {
  const name = (index: number | undefined) => (index === undefined ? '' : (classes[index] ?? `class ${index}`))
  return (
    <div className="@container flex flex-col gap-2 text-base">
      <p className="m-0 font-semibold text-sm">{title}</p>
      <ul className="m-0 grid max-w-3xl list-none @[22rem]:grid-cols-4 @[34rem]:grid-cols-6 grid-cols-3 gap-3 p-0">
        {places.map((place, index) => {
          const label = samples.labels[index]
          const taken = said?.classes[index]
          const right = taken === label
          const picture = <Picture samples={samples} index={index} label={`Test image ${place + 1}: ${name(label)}`} />
          return (
            <li key={place} className="m-0 flex flex-col gap-1 text-xs">
              {onChoose ? (
                <button type="button" className="rounded-control" onClick={() => onChoose(place)}>
                  {picture}
                  <span className="sr-only">: look inside with it</span>
                </button>
              ) : (
                picture
              )}
              <span className="text-muted">{name(label)}</span>
              {taken === undefined ? null : (
                <span className={right ? 'flex items-center gap-1 text-good' : 'flex items-start gap-1 text-bad'}>
                  {right ? (
                    <Check role="img" aria-label="right:" className="mt-px size-3.5 shrink-0" />
                  ) : (
                    <X role="img" aria-label="wrong:" className="mt-px size-3.5 shrink-0" />
                  )}
                  <span className="min-w-0">
                    {name(taken)} {formatPercent(said?.confidence[index] ?? 0, 0)}
                  </span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** One of several pictures, each pixel as it is. */
export function Picture({ samples, index, label }: { samples: SampleImages; index: number; label: string }) {
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const { side, rgba } = samples
    const pixels = rgba.slice(index * side * side * 4, (index + 1) * side * side * 4)
    ref.current?.getContext('2d')?.putImageData(new ImageData(pixels, side, side), 0, 0)
  }, [samples, index])
  return (
    <canvas
      ref={ref}
      role="img"
      aria-label={label}
      width={samples.side}
      height={samples.side}
      className="block aspect-square w-full rounded-control border border-line [image-rendering:pixelated]"
    />
  )
}
