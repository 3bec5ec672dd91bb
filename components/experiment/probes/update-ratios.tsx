import { formatNumber } from '@/components/plot/format-number'
import { createScale } from '@/components/plot/scale'
import type { ProbeReading } from '@/lib/engine'
import type { NamedLayer } from './layer-names'
import { ProbeSection } from './probe-section'
import { UPDATE_WORDS } from './probe-words'

const [LOW, HIGH, RULE_OF_THUMB] = [1e-6, 1, 1e-3]
const scale = createScale('log', LOW, HIGH)
const placeOf = (value: number) => 100 * Math.min(1, Math.max(0, scale.place(value)))

interface UpdateRatiosProps {
  layers: readonly NamedLayer[]
  readings: readonly ProbeReading[]
}

/** How far the last step moved each layer's weights, on a logarithmic scale. */
export function UpdateRatios({ layers, readings }: UpdateRatiosProps) {
  const readingOf = (layer: number) => readings.find((one) => one.layer === layer)
  return (
    <ProbeSection
      {...UPDATE_WORDS}
      head={['Layer', '‖Δw‖ ÷ ‖w‖', '‖Δw‖', '‖w‖']}
      rows={() => updateRows(layers, readings)}
    >
      {layers.map(({ layer, name }) => {
        const reading = readingOf(layer)
        return (
          <div key={layer} className="flex flex-col gap-1">
            <div className="flex justify-between gap-3">
              <span>
                Layer {layer} ({name})
              </span>
              <span className="text-muted tabular-nums">
                {reading ? formatNumber(reading.value, 2) : 'not read yet'}
              </span>
            </div>
            <div aria-hidden="true" className="relative h-2.5 rounded-full border border-line bg-sunken">
              <div
                className="h-full rounded-full bg-accent"
                style={{ width: `${reading ? placeOf(reading.value) : 0}%` }}
              />
              <div className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: `${placeOf(RULE_OF_THUMB)}%` }} />
            </div>
          </div>
        )
      })}
    </ProbeSection>
  )
}

export function updateRows(layers: readonly NamedLayer[], readings: readonly ProbeReading[]): string[][] {
  return layers.flatMap(({ layer, name }) => {
    const reading = readings.find((one) => one.layer === layer)
    if (!reading) return []
    const { change = Number.NaN, weights = Number.NaN } = reading.details
    return [[`${layer} (${name})`, ...[reading.value, change, weights].map((value) => formatNumber(value, 3))]]
  })
}
