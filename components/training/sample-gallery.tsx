'use client'

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
  const name = (index: number | undefined) => (index === undefined ? '' : (classes[index] ?? `class ${index}`))
  return (
    <div className="flex flex-col gap-2 text-base">
      <p className="font-semibold text-sm">
        {samples.labels.length} test images{predictions ? ', and what the network says' : ''}
      </p>
      <ul className="grid max-w-3xl list-none grid-cols-3 gap-3 p-0 xs:grid-cols-4 sm:grid-cols-6">
        {Array.from(samples.labels.entries(), ([index, label]) => {
          const said = predictions?.classes[index]
          const right = said === label
          return (
            <li key={`${data.hash}-${index}`} className="m-0 flex flex-col gap-1 text-xs">
              <Picture samples={samples} index={index} label={name(label)} />
              <span className="text-muted">{name(label)}</span>
              {said === undefined ? null : (
                <span className={right ? 'flex items-center gap-1 text-good' : 'flex items-start gap-1 text-bad'}>
                  {right ? (
                    <Check role="img" aria-label="right:" className="mt-px size-3.5 shrink-0" />
                  ) : (
                    <X role="img" aria-label="wrong:" className="mt-px size-3.5 shrink-0" />
                  )}
                  <span className="min-w-0">
                    {name(said)} {formatPercent(predictions?.confidence[index] ?? 0, 0)}
                  </span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
})

function Picture({ samples, index, label }: { samples: SampleImages; index: number; label: string }) {
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
      aria-label={`Test image ${index + 1}: ${label}`}
      width={samples.side}
      height={samples.side}
      className="aspect-square w-full rounded-control border border-line [image-rendering:pixelated]"
    />
  )
}
