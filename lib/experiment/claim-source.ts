/** Whether a run will have measured what a claim reads, and where it may read at all. Not here: whether the claim holds. */
import { costOf, type ExperimentSpec, type LayerSpec, type ProbeName } from '@/lib/engine'
import type { ClaimSource } from './claim'

/** One sentence for each thing that runs of `spec` cannot show; `who` begins it. The spec must be one that can be run. */
export function sourceFaults({ probe, layer, atStep }: ClaimSource, spec: ExperimentSpec, who: string): string[] {
  const faults: string[] = []
  const { steps } = costOf(spec)
  if (atStep !== undefined && atStep > steps) {
    faults.push(`${who} reads at step ${atStep}, but the run has ${steps} steps; name one of them.`)
  }
  if (probe === undefined || layer === undefined) return faults
  if (!spec.probes?.includes(probe)) faults.push(`${who} reads the probe ${probe}; add it to the spec's probes.`)
  const { what, fits } = placeOf(probe)
  if (fits(spec, layer)) return faults
  const kind = spec.model[layer]?.layer ?? 'not in the model'
  return [...faults, `${who} reads ${probe} at layer ${layer}, which is ${kind}; name ${what}.`]
}

/** Where a probe reads. */
function placeOf(probe: ProbeName): { what: string; fits(spec: ExperimentSpec, layer: number): boolean } {
  switch (probe) {
    case 'gradient-norm':
    case 'update-ratio':
      return { what: 'a layer with weights', fits: ({ model }, layer) => hasWeights(model[layer]) }
    case 'calibration':
      return { what: 'the last layer', fits: ({ model }, layer) => layer === model.length - 1 }
    default:
      return { what: 'an activation layer', fits: ({ model }, layer) => model[layer]?.layer === 'activation' }
  }
}

function hasWeights(layer: LayerSpec | undefined): boolean {
  if (layer?.layer === 'activation') return layer.name !== 'expression' && layer.learnt === true
  return layer !== undefined && ['linear', 'conv2d', 'batch-norm', 'layer-norm'].includes(layer.layer)
}
