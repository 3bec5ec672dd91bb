/**
 * Where an activation may be handed numbers that are exactly 0. There leaky ReLU and PReLU have a kink, and PyTorch takes
 * the slope of its left side and we that of its right (lib/engine/NUMERICS.md); in between it never matters. Zeros come
 * from what is cut off (ReLU, dropout), from a pixel or point that is 0 itself, and from weights that begin as 0.
 */
import type { ExperimentSpec, LayerSpec } from '@/lib/engine'

export function meetsZeros({ data, model }: ExperimentSpec, layer: number): boolean {
  return hasZeros(data) || model.slice(0, layer).some(makesZeros)
}

function hasZeros(data: ExperimentSpec['data']): boolean {
  if (data.kind === 'points' || data.kind === 'table') return true
  if (data.kind !== 'cifar10' && data.kind !== 'drawn-ten') return false
  return data.standardise === 'none' || data.augment?.includes('shift') === true
}

function makesZeros(spec: LayerSpec): boolean {
  switch (spec.layer) {
    case 'dropout':
      return true
    case 'activation':
      return ['relu', 'relu6', 'hard-swish', 'expression'].includes(spec.name)
    case 'linear':
    case 'conv2d': {
      const name = typeof spec.init === 'object' ? spec.init.name : spec.init
      return name === 'zeros' || name === 'constant'
    }
    default:
      return false
  }
}
