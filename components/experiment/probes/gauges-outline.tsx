import type { ReactNode } from 'react'
import type { ExperimentSpec, ProbeName } from '@/lib/engine'
import { CalibrationShares } from './calibration-shares'
import { activationLayers, learningLayers, tellsTwoClasses } from './layer-names'
import { Numbers } from './numbers'
import { CALIBRATION_WORDS, gradientLabel, HISTOGRAM_WORDS, meanLabel, UPDATE_WORDS } from './probe-words'

/** As high as the gauges of probe-gauges.tsx will be, and nothing to see; null where the recipe asks for no probe. */
export function GaugesOutline({ spec }: { spec: ExperimentSpec }) {
  const { probes = [] } = spec
  if (probes.length === 0) return null
  const activations = activationLayers(spec, 0)
  const learning = learningLayers(spec)
  const rows = (layers: readonly { layer: number }[], height: string) =>
    layers.map(({ layer }) => <div key={layer} className={height} />)
  const asks = (name: ProbeName, then: ReactNode) => (probes.includes(name) ? then : null)
  const shares = <div className="flex flex-col gap-2">{rows(activations, 'h-8.5')}</div>
  const numbers = (layers: readonly { layer: number }[], label: (layer: number) => string) => (
    <Numbers rows={layers.map(({ layer }) => [label(layer), '–'])} />
  )
  return (
    <div className="flex min-h-36 min-w-0 flex-col gap-4 text-sm">
      <div className="h-5" />
      {asks('dead-units', shares)}
      {asks('saturation', shares)}
      {asks('gradient-norm', numbers(learning, gradientLabel))}
      {asks('activation-mean-variance', numbers(activations, meanLabel))}
      {asks('update-ratio', <SectionPlace {...UPDATE_WORDS}>{rows(learning, 'h-8.5')}</SectionPlace>)}
      {asks('activation-histogram', <SectionPlace {...HISTOGRAM_WORDS}>{rows(activations, 'h-25')}</SectionPlace>)}
      {asks(
        'calibration',
        <SectionPlace {...CALIBRATION_WORDS}>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <div className="size-37.5 shrink-0" />
            <CalibrationShares reading={undefined} twoClasses={tellsTwoClasses(spec)} />
          </div>
          <p className="text-xs">{CALIBRATION_WORDS.note}</p>
        </SectionPlace>,
      )}
    </div>
  )
}

/** As in probe-section.tsx, with the table of values folded. */
function SectionPlace({ title, definition, children }: { title: string; definition: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-xs">{definition}</p>
      </div>
      {children}
      <div className="h-9" />
    </div>
  )
}
