import { formatNumber } from '@/components/plot/format-number'
import type { ExperimentSpec, ProbeName } from '@/lib/engine'
import type { RunView } from '@/lib/training/training-snapshot'
import { ActivationHistograms } from './activation-histograms'
import { CalibrationDiagram } from './calibration-diagram'
import { activationLayers, learningLayers, tellsTwoClasses } from './layer-names'
import { NothingRead } from './nothing-read'
import { Numbers } from './numbers'
import { gradientLabel, meanLabel } from './probe-words'
import { ShareGauge } from './share-gauge'
import { UpdateRatios } from './update-ratios'

const SHARES = { 'dead-units': 'Dead units', saturation: 'Saturation' } as const

interface ProbeGaugesProps {
  run: RunView | undefined
  /** What would be run; described until there is a run. */
  planned: ExperimentSpec
}

/**
 * What the probes read at the latest evaluation. Their place is kept from the start, one row a layer, so that nothing
 * appears later and pushes the page; until something was read, it says what will be.
 */
export function ProbeGauges({ run, planned }: ProbeGaugesProps) {
  const spec = run?.spec ?? planned
  if (!spec.probes || spec.probes.length === 0) return null
  const evaluation = run?.evaluations.findLast(({ probes }) => probes.length > 0)
  if (evaluation === undefined) return <NothingRead spec={spec} />
  const readingsOf = (name: ProbeName) => evaluation.probes.filter(({ probe }) => probe === name)
  const asks = (name: ProbeName) => spec.probes?.includes(name) ?? false
  const activations = activationLayers(spec, evaluation.step)
  return (
    <div className="flex min-h-36 min-w-0 flex-col gap-4 text-sm">
      <p className="font-semibold">
        Inside the network{' '}
        <span className="font-normal text-muted">
          after step {formatNumber(evaluation.step, 7)}, seed {run?.seed}
        </span>
      </p>
      {(['dead-units', 'saturation'] as const).filter(asks).map((probe) => (
        <div key={probe} className="flex flex-col gap-2">
          {activations.map(({ layer, name }) => {
            const reading = readingsOf(probe).find((one) => one.layer === layer)
            return <ShareGauge key={layer} label={`${SHARES[probe]}, layer ${layer} (${name})`} reading={reading} />
          })}
        </div>
      ))}
      {asks('gradient-norm') ? (
        <Numbers
          rows={learningLayers(spec).map(({ layer }) => {
            const reading = readingsOf('gradient-norm').find((one) => one.layer === layer)
            return [gradientLabel(layer), reading ? formatNumber(reading.value, 3) : '–']
          })}
        />
      ) : null}
      {asks('activation-mean-variance') ? (
        <Numbers
          rows={activations.map(({ layer }) => {
            const { mean, variance } =
              readingsOf('activation-mean-variance').find((one) => one.layer === layer)?.details ?? {}
            const text = mean === undefined || variance === undefined ? '–' : meanAndVariance(mean, variance)
            return [meanLabel(layer), text]
          })}
        />
      ) : null}
      {asks('update-ratio') ? (
        <UpdateRatios layers={learningLayers(spec)} readings={readingsOf('update-ratio')} />
      ) : null}
      {asks('activation-histogram') ? (
        <ActivationHistograms layers={activations} readings={readingsOf('activation-histogram')} />
      ) : null}
      {asks('calibration') ? (
        <CalibrationDiagram reading={readingsOf('calibration')[0]} twoClasses={tellsTwoClasses(spec)} />
      ) : null}
    </div>
  )
}

const meanAndVariance = (mean: number, variance: number) => `${formatNumber(mean, 3)}, ${formatNumber(variance, 3)}`
