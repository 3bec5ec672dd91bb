import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { type ActivationName, activations, type ExperimentSpec, type ProbeReading } from '@/lib/engine'
import type { Evaluation } from '@/lib/training/protocol'
import type { RunView } from '@/lib/training/training-snapshot'

const SHARES = { 'dead-units': 'Dead units', saturation: 'Saturation' } as const

interface ProbeGaugesProps {
  run: RunView | undefined
  /** What would be run; described until there is a run. */
  planned: ExperimentSpec
}

/** What the probes read at the latest evaluation: shares as bars, the rest as numbers. */
export function ProbeGauges({ run, planned }: ProbeGaugesProps) {
  const spec = run?.spec ?? planned
  if (!spec.probes || spec.probes.length === 0) return null
  const evaluation = run?.evaluations.findLast(({ probes }) => probes.length > 0)
  const readings = evaluation?.probes ?? []
  const norms = readings.filter(({ probe }) => probe === 'gradient-norm')
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p className="font-semibold">
        Inside the network{' '}
        <span className="font-normal text-muted">
          {evaluation
            ? `after step ${formatNumber(evaluation.step, 7)}, seed ${run?.seed}`
            : 'read at the end of each epoch'}
        </span>
      </p>
      {Object.entries(SHARES).map(([probe, title]) => {
        if (!spec.probes?.some((name) => name === probe)) return null
        return (
          <div key={probe} className="flex flex-col gap-2">
            {shareRows(spec, evaluation, probe).map(({ layer, name, reading }) => (
              <Gauge key={layer} label={`${title}, layer ${layer} (${name})`} reading={reading} />
            ))}
          </div>
        )
      })}
      {norms.length > 0 ? (
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 gap-y-1 tabular-nums">
          {norms.map(({ layer, value }) => (
            <div key={layer}>
              <dt className="text-muted text-xs">Gradient norm, layer {layer}</dt>
              <dd>{formatNumber(value, 3)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}

/** One row an activation layer, from the start, so that nothing appears later and pushes the page. */
function shareRows(spec: ExperimentSpec, evaluation: Evaluation | undefined, probe: string) {
  return spec.model.flatMap((layer, index) => {
    if (layer.layer !== 'activation') return []
    const reading = evaluation?.probes.find((one) => one.probe === probe && one.layer === index)
    const name = swappedIn(spec, index, evaluation?.step ?? 0) ?? layer.name
    return [{ layer: index, name: name === 'expression' ? 'Own expression' : activations[name].title, reading }]
  })
}

/** The activation that an intervention had put into a layer when it was evaluated: the swap at a step comes after. */
function swappedIn({ interventions = [] }: ExperimentSpec, layer: number, step: number): ActivationName | undefined {
  return interventions
    .filter((one) => one.layer === layer && one.atStep < step)
    .sort((a, b) => a.atStep - b.atStep)
    .at(-1)?.activation.name
}

function Gauge({ label, reading }: { label: string; reading: ProbeReading | undefined }) {
  const share = Math.min(1, Math.max(0, reading?.value ?? 0))
  const { dead, units } = reading?.details ?? {}
  const count = dead !== undefined && units !== undefined ? `${dead} of ${units}` : formatPercent(share)
  const text = reading ? count : 'not read yet'
  return (
    <div className="flex flex-col gap-1">
      <div className="flex justify-between gap-3">
        <span>{label}</span>
        <span className="text-muted tabular-nums">{text}</span>
      </div>
      <div aria-hidden="true" className="h-2.5 overflow-hidden rounded-full border border-line bg-sunken">
        <div className="h-full bg-bad" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
