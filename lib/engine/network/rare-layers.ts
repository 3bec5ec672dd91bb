import { AvgPool2d } from '../nn/avg-pool2d'
import { BatchNorm, reserveRunning } from '../nn/batch-norm'
import { alphaDropoutLine, Dropout, dropoutLine } from '../nn/dropout'
import type { Layer } from '../nn/layer'
import { LayerNorm } from '../nn/layer-norm'
import { LearntActivation } from '../nn/learnt-activation'
import { Residual } from '../nn/residual'
import { Softmax } from '../nn/softmax'
import { WrittenActivationLayer } from '../nn/written-activation'
import type { ActivationSpec, LayerSpec } from '../spec/layer-spec'
import { Cuts, joinCuts } from './cuts'
import type { LayerBlocks } from './layer-blocks'
import type { WrittenPrograms } from './written-programs'

/** What a model with layers that `isRareLayer` needs besides. Handed in, so that a run without them need not load it. */
export interface RareLayers {
  create(spec: LayerSpec, index: number, shape: number[], blocks: LayerBlocks): Layer
  reserveRunning: typeof reserveRunning
  createCuts(...options: ConstructorParameters<typeof Cuts>): Cuts
  joinCuts: typeof joinCuts
}

export const RARE_LAYERS: RareLayers = {
  create,
  reserveRunning,
  createCuts: (...options) => new Cuts(...options),
  joinCuts,
}

function create(spec: LayerSpec, index: number, shape: number[], blocks: LayerBlocks): Layer {
  switch (spec.layer) {
    case 'activation':
      return createActivation(spec, index, shape, blocks)
    case 'avg-pool2d':
      return new AvgPool2d(index, shape, { size: spec.size, stride: spec.stride ?? spec.size })
    case 'global-average-pool':
      return new AvgPool2d(index, shape, null)
    case 'batch-norm':
      return new BatchNorm(index, shape, spec, blocks.running)
    case 'layer-norm':
      return new LayerNorm(index, shape, spec.epsilon)
    case 'dropout':
      return new Dropout(index, shape, dropoutLine(spec.rate), blocks.keys.get(index) as number)
    case 'alpha-dropout':
      return new Dropout(index, shape, alphaDropoutLine(spec.rate), blocks.keys.get(index) as number)
    case 'residual':
      return new Residual(index, shape, spec.from)
    case 'softmax':
      return new Softmax(index, shape, spec.temperature ?? 1)
    case 'linear':
    case 'conv2d':
    case 'max-pool2d':
    case 'flatten':
      throw new Error(`${spec.layer} is no rare layer`)
    default:
      return spec satisfies never
  }
}

/** One that is written, or has a number to learn. */
function createActivation(spec: ActivationSpec, index: number, shape: number[], blocks: LayerBlocks): Layer {
  const settings = blocks.settings.get(index) as number
  if (spec.name !== 'expression') {
    return new LearntActivation(index, shape, settings, spec.name === 'swish' ? 'beta' : 'alpha')
  }
  const { value, slope } = blocks.written.get(index) as WrittenPrograms
  return new WrittenActivationLayer(index, shape, settings, Math.max(value.scratchBytes, slope.scratchBytes))
}
