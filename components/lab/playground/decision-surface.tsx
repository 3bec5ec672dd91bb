'use client'

/**
 * What the network makes of every place of the square, with the points it learns from. Values are read where the pointer or
 * the arrow keys lead; where own points are drawn, a click or Enter places one and Delete takes the nearest away. The
 * pixels come from the player, past React. Not here: the numbers that are read (place-reading.tsx).
 */
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useId, useRef } from 'react'
import { paintSurface } from '@/components/plot/paint'
import { PlanePoints } from '@/components/plot/plane-points'
import type { PlanePlayer } from '@/lib/training/plane/plane-player'
import type { PlaneData } from '@/lib/training/plane/plane-protocol'
import { movePlace, type Place } from './place'
import type { Palettes } from './use-colors'

interface DecisionSurfaceProps {
  player: PlanePlayer
  data: Pick<PlaneData, 'points' | 'held' | 'classes'>
  palettes: Palettes
  /** Nothing can be trained: there is no surface to be seen. */
  isBlank: boolean
  showHeld: boolean
  place: Place
  onPlace: (place: Place) => void
  /** What is read there, in words. */
  said: string
  /** Where own points may be placed. */
  drawing: { label: number; place: (at: Place) => void; remove: (at: Place) => void } | null
}

export const DecisionSurface = memo(function DecisionSurface(props: DecisionSurfaceProps) {
  const { data, place, onPlace, drawing } = props
  const { extent } = data.points
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const toX = (x: number) => (x / extent) * 100

  function at(event: MouseEvent): Place {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    return {
      x: rounded(((event.clientX - left) / width) * 2 * extent - extent),
      y: rounded(extent - ((event.clientY - top) / height) * 2 * extent),
    }
  }
  function onKey(event: KeyboardEvent) {
    const moved = movePlace(event.key, place, extent, event.shiftKey)
    if (moved !== null) onPlace(moved)
    else if (drawing !== null && (event.key === 'Enter' || event.key === ' ')) drawing.place(place)
    else if (drawing !== null && (event.key === 'Delete' || event.key === 'Backspace')) drawing.remove(place)
    else return
    event.preventDefault()
  }

  return (
    <div className="flex flex-col gap-2">
      <div
        ref={box}
        // A plane has two directions and a slider has one: where it stands is said in words.
        role="slider"
        aria-label="Decision surface"
        aria-describedby={`${id}-keys`}
        aria-valuemin={-extent}
        aria-valuemax={extent}
        aria-valuenow={place.x}
        aria-valuetext={props.said}
        tabIndex={0}
        onKeyDown={onKey}
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse' || event.buttons > 0) onPlace(at(event))
        }}
        // Not where a finger goes down: it may be about to scroll.
        onClick={(event) => {
          onPlace(at(event))
          if (drawing !== null) drawing.place(at(event))
        }}
        className="relative aspect-square w-full cursor-crosshair touch-pan-y overflow-hidden rounded-control border border-line-strong bg-surface"
      >
        <div className={props.isBlank ? 'invisible' : 'contents'}>
          <SurfaceCanvas player={props.player} palettes={props.palettes} />
        </div>
        <svg aria-hidden="true" viewBox="-100 -100 200 200" className="absolute inset-0 size-full">
          <Points data={data} showHeld={props.showHeld} />
          <g stroke="var(--ink)" strokeWidth={0.5} fill="none" strokeOpacity={0.75}>
            <path
              d={`M-100 ${-toX(place.y)}H100M${toX(place.x)} -100V100`}
              strokeDasharray="2 2"
              strokeOpacity={0.45}
            />
            <circle cx={toX(place.x)} cy={-toX(place.y)} r={2.6} />
          </g>
        </svg>
      </div>
      <p id={`${id}-keys`} className="sr-only">
        Arrow keys move where values are read, with Shift in larger steps; Home leads to the middle.
        {drawing === null ? '' : ' Enter places a point of the chosen class there, Delete removes the nearest one.'}
      </p>
    </div>
  )
})

/** To a hundredth of the square: what can be pointed at. */
const rounded = (value: number) => Number(value.toFixed(2))

function SurfaceCanvas({ player, palettes }: { player: PlanePlayer; palettes: Palettes }) {
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = ref.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    let image: ImageData | null = null
    const draw = (surface: typeof player.last.surface) => {
      if (surface === null) return
      if (image === null || image.width !== surface.side) {
        canvas.width = surface.side
        canvas.height = surface.side
        image = context.createImageData(surface.side, surface.side)
      }
      paintSurface(surface, palettes.classes, new Uint32Array(image.data.buffer))
      context.putImageData(image, 0, 0)
    }
    draw(player.last.surface)
    return player.watch((frame) => draw(frame.surface))
  }, [player, palettes])
  return <canvas ref={ref} width={100} height={100} className="absolute inset-0 size-full" />
}

/** Hundreds of marks that do not change while the surface does. */
const Points = memo(function Points({ data, showHeld }: Pick<DecisionSurfaceProps, 'data' | 'showHeld'>) {
  const { inputs, labels, extent } = data.points
  return (
    <>
      {showHeld ? (
        <g opacity={0.45}>
          <PlanePoints points={data.held.inputs} labels={data.held.labels} extent={extent} />
        </g>
      ) : null}
      <PlanePoints points={inputs} labels={labels} extent={extent} />
    </>
  )
})
