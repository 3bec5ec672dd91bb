'use client'

/** The hidden layers, from input to output: each with its units as maps, its activation, and what adds and removes them. */
import { Plus, X } from 'lucide-react'
import { memo } from 'react'
import { CompactNumber, IconButton } from '@/components/lab/compact-number'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { ACTIVATION_NAMES, activations } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import type { PlanePlayer } from '@/lib/training/plane/plane-player'
import { layerOf, type PlaygroundSettings, type UnitLayer } from './playground-spec'
import { UnitMaps } from './unit-maps'
import type { Palettes } from './use-colors'

interface NetworkEditorProps {
  layers: PlaygroundSettings['layers']
  set: (changed: Pick<PlaygroundSettings, 'layers'>) => void
  player: PlanePlayer
  palettes: Palettes
  announce: (text: string) => void
}

const MOST_LAYERS = LAB_WIDGETS.playground.fields.layers.most
const MOST_UNITS = 64
const OPTIONS = ACTIVATION_NAMES.map((name) => ({ value: name, label: activations[name].title }))

/** Not drawn again with every number of a run. */
export const NetworkEditor = memo(function NetworkEditor(props: NetworkEditorProps) {
  const { layers, set, player, palettes, announce } = props
  const change = (index: number, layer: UnitLayer) => set({ layers: layers.with(index, layer) })
  function add() {
    const [units, name] = layers.at(-1) ?? [8, 'tanh']
    set({ layers: [...layers, layerOf(units, name)] })
    announce(`Hidden layer ${layers.length + 1} added, with ${units} units.`)
  }
  function remove(index: number) {
    set({ layers: layers.toSpliced(index, 1) })
    announce(`Hidden layer ${index + 1} removed.`)
  }
  return (
    <div className="flex flex-col gap-3">
      {layers.length === 0 ? (
        <p className="m-0 rounded-control bg-sunken p-3 text-muted text-sm">
          No hidden layer: the border can only be a straight line.
        </p>
      ) : null}
      <ol className="m-0 flex list-none flex-col gap-4 p-0">
        {Array.from(layers.entries(), ([index, layer]) => {
          const [units, name, value] = layer
          const [parameter] = activations[name].parameters
          const title = `layer ${index + 1}`
          return (
            <li key={`layer ${index} of ${layers.length}`} className="m-0 flex flex-col gap-2">
              <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
                <span className="mr-auto font-medium text-sm">Layer {index + 1}</span>
                <CompactNumber
                  label={`Units of ${title}`}
                  value={units}
                  min={1}
                  max={MOST_UNITS}
                  step={1}
                  whole
                  onChange={(next) => change(index, [next, name, value])}
                />
                <div className="w-26">
                  <SelectField
                    compact
                    label={`Activation of ${title}`}
                    value={name}
                    options={OPTIONS}
                    onChange={(next) => change(index, layerOf(units, next))}
                  />
                </div>
                {parameter === undefined ? null : (
                  <span className="inline-flex items-center gap-1 text-sm">
                    <span aria-hidden="true">{parameter.symbol}</span>
                    <CompactNumber
                      label={`${parameter.symbol} of ${title}`}
                      value={value}
                      min={parameter.min}
                      max={parameter.max}
                      onChange={(next) => change(index, [units, name, next])}
                    />
                  </span>
                )}
                <IconButton label={`Remove ${title}`} onPress={() => remove(index)}>
                  <X />
                </IconButton>
              </div>
              <UnitMaps player={player} palettes={palettes} layer={index} units={units} />
            </li>
          )
        })}
      </ol>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button
          variant="secondary"
          size="sm"
          aria-disabled={layers.length >= MOST_LAYERS || undefined}
          onClick={layers.length >= MOST_LAYERS ? undefined : add}
        >
          <Plus aria-hidden="true" className="size-4" />
          Add a layer
        </Button>
        {layers.length === 0 ? null : <UnitKey />}
      </div>
    </div>
  )
})

/** What the colours of the maps say. */
function UnitKey() {
  return (
    <p className="m-0 flex items-center gap-1.5 text-muted text-xs">
      below 0
      <span
        aria-hidden="true"
        className="h-2 w-16 rounded-full border border-line bg-linear-to-r from-warn via-surface to-accent forced-color-adjust-none"
      />
      above
    </p>
  )
}
