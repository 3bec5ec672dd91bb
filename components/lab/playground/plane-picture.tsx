'use client'

/**
 * The picture: the surface with its points, the network with the maps of its units, and what is read at a place. It
 * arranges them, and knows where points may be placed.
 */
import { useEffect, useMemo, useState } from 'react'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { ClassKey } from '@/components/plot/class-key'
import { SelectField } from '@/components/ui/select-field'
import { MOST_POINTS } from '@/lib/lab/fields/points'
import type { PlanePlan, PlanePlayer, PlaneSnapshot } from '@/lib/training/plane/plane-player'
import type { CsvPoints } from './csv/read-points'
import { DecisionSurface } from './decision-surface'
import { NetworkEditor } from './network-editor'
import { nearestPoint, type Place } from './place'
import { PlaceReading, readingWords, usePlaceReading } from './place-reading'
import { SurfaceTable, UnitsTable } from './plane-tables'
import { OWN_EXTENT, type PlaygroundSettings } from './playground-spec'
import { usePalettes } from './use-colors'
import { usePlace } from './use-place'

interface PlanePictureProps {
  settings: PlaygroundSettings
  set: LabControls<'playground'>['set']
  player: PlanePlayer
  snapshot: PlaneSnapshot
  plan: PlanePlan | null
  parameters: number
  /** Of an open file. */
  file: CsvPoints | null
  /** Of own points: the class that is placed. */
  label: number
  announce: (text: string) => void
}

const NO_DATA = {
  points: { inputs: new Float32Array(), labels: [], extent: 1.1 },
  held: { inputs: new Float32Array(), labels: [] },
  classes: [],
}

export function PlanePicture(props: PlanePictureProps) {
  const { settings, set, player, snapshot, plan, label, announce } = props
  const { runs } = snapshot
  const palettes = usePalettes()
  const [shownRun, setShownRun] = useState(0)
  const [showHeld, setShowHeld] = useState(true)
  const [place, setPlace] = usePlace(settings, set)
  const reading = usePlaceReading(player)
  const data = usePlaneData(props)
  const { extent } = data.points
  const axes = settings.data === 'csv' ? (props.file?.axes ?? null) : null
  const run = Math.min(shownRun, Math.max(0, runs.length - 1))
  useEffect(() => player.setView(run, [place.x, place.y]), [player, run, place])
  const shownPlace = useMemo(() => ({ x: within(place.x, extent), y: within(place.y, extent) }), [place, extent])

  const isOwn = settings.data === 'own'
  const { points } = settings
  const drawing = useMemo(() => {
    if (!isOwn) return null
    return {
      label,
      place: ({ x, y }: Place) => {
        if (points.length >= MOST_POINTS) return announce(`There are ${MOST_POINTS} points; no more fit.`)
        set({ points: [...points, [x, y, label]] }, { apart: true })
        announce(`Point of class ${label} placed; ${points.length + 1} points.`)
      },
      remove: (at: Place) => {
        const nearest = nearestPoint(points, at)
        if (nearest < 0) return
        set({ points: points.toSpliced(nearest, 1) }, { apart: true })
        announce(`Point removed; ${points.length - 1} points.`)
      },
    }
  }, [isOwn, label, points, set, announce])

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-4 @2xl:grid-cols-[minmax(0,1fr)_minmax(0,1.12fr)]">
      <div className="flex min-w-0 flex-col gap-3 @2xl:row-span-2">
        <DecisionSurface
          player={player}
          data={data}
          palettes={palettes}
          isBlank={plan === null}
          showHeld={showHeld}
          place={shownPlace}
          onPlace={setPlace}
          said={readingWords(place, reading, data.classes, axes)}
          drawing={drawing}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <ClassKey classes={data.classes} counts={countsOf(data.points.labels, data.classes.length)} />
          {isOwn ? null : (
            <label className="inline-flex min-h-8 cursor-pointer items-center gap-2 text-sm">
              <input type="checkbox" className="choice" checked={showHeld} onChange={() => setShowHeld(!showHeld)} />
              show held back
            </label>
          )}
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-1 @2xl:col-start-2 @2xl:row-start-2">
        <PlaceReading place={place} reading={reading} classes={data.classes} axes={axes} />
        <SurfaceTable player={player} data={data} />
      </div>
      <div className="flex min-w-0 flex-col gap-3 @2xl:col-start-2 @2xl:row-start-1">
        <div className="flex flex-wrap items-end justify-between gap-2">
          <p className="m-0 text-muted text-sm">{shapeText(plan?.spec.model ?? [], props.parameters)}</p>
          {runs.length > 1 ? (
            <div className="w-28">
              <SelectField
                compact
                label="Which seed is drawn"
                value={String(run)}
                options={runs.map(({ seed }, index) => ({ value: String(index), label: `Seed ${seed}` }))}
                onChange={(index) => setShownRun(Number(index))}
              />
            </div>
          ) : null}
        </div>
        <NetworkEditor layers={settings.layers} set={set} player={player} palettes={palettes} announce={announce} />
        <UnitsTable reading={reading} layers={settings.layers} />
      </div>
    </div>
  )
}

/** What is drawn on the surface: own points as they are placed, everything else as the worker made it. */
function usePlaneData({ settings, snapshot, plan, file }: PlanePictureProps) {
  const { data: kind, points } = settings
  const known = plan === null ? null : snapshot.data
  return useMemo(() => {
    if (kind === 'own') {
      const inputs = Float32Array.from(points.flatMap((point) => point.slice(0, 2)))
      const labels = points.map(([, , label]) => label)
      return { ...NO_DATA, points: { inputs, labels, extent: OWN_EXTENT }, classes: ['class 0', 'class 1'] }
    }
    if (known === null) return NO_DATA
    return kind === 'csv' && file !== null ? { ...known, classes: file.classes } : known
  }, [kind, points, known, file])
}

const within = (value: number, extent: number) => Math.min(extent, Math.max(-extent, value))

function countsOf(labels: readonly number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0)
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1
  return counts
}

/** `2 → 8 → 8 → 2, 114 parameters`. */
function shapeText(model: readonly { layer: string; units?: number }[], parameters: number): string {
  const sizes = model.flatMap(({ layer, units }) => (layer === 'linear' && units !== undefined ? [units] : []))
  return sizes.length === 0 ? '' : `${[2, ...sizes].join(' → ')}, ${parameters.toLocaleString('en')} parameters`
}
