/** Runs a model on the float64 tape (lib/engine/autograd): the slow, obvious reference that layers are held against. */
import { alphaDropout, dropout } from '../autograd/dropout'
import { activation, add, elementwise, learntSwish, prelu } from '../autograd/elementwise'
import { softmax } from '../autograd/losses'
import { batchNorm, batchNormInference, layerNorm } from '../autograd/normalisation'
import { avgPool2d, flatten, globalAveragePool, maxPool2d } from '../autograd/pooling'
import { conv2d, linear } from '../autograd/products'
import type { Tensor } from '../autograd/tensor'
import { parseActivation } from '../expressions/written-activation'
import { counterBits, counterKey } from '../random/counter'
import type { ActivationSpec, LayerSpec } from '../spec/layer-spec'
import type { ChunkOptions } from './one-chunk'

/** x is [batch, …]; parameters by name, such as `0.weight`. */
export function onTape(
  model: readonly LayerSpec[],
  x: Tensor,
  parameters: ReadonlyMap<string, Tensor>,
  inBatch: ChunkOptions['inBatch'],
  running?: ChunkOptions['running'],
): Tensor {
  const outputs: Tensor[] = []
  for (const [index, layer] of model.entries()) {
    const input = outputs[index - 1] ?? x
    const parameter = (kind: string) => parameters.get(`${index}.${kind}`) as Tensor
    const [weight, bias] = [parameter('weight'), parameter('bias')]
    const keep = () => keptBy(input, index, (layer as { rate: number }).rate, inBatch)
    const append = (output: Tensor) => outputs.push(output)
    switch (layer.layer) {
      case 'linear':
        append(linear(input, weight, bias))
        break
      case 'conv2d':
        append(conv2d(input, weight, bias, layer))
        break
      case 'max-pool2d':
        append(maxPool2d(input, layer.size, layer.stride ?? layer.size))
        break
      case 'avg-pool2d':
        append(avgPool2d(input, layer.size, layer.stride ?? layer.size))
        break
      case 'global-average-pool':
        append(globalAveragePool(input))
        break
      case 'flatten':
        append(flatten(input))
        break
      case 'batch-norm': {
        const [scale, epsilon] = [parameter('scale'), layer.epsilon]
        const channels = input.shape.at(-1) ?? 0
        const statistic = (kind: 'mean' | 'variance') =>
          Float64Array.from(
            running?.(`${index}.${kind}`, channels) ?? new Float32Array(channels).fill(+(kind === 'variance')),
          )
        if (inBatch !== undefined) append(batchNorm(input, scale, bias, epsilon))
        else {
          const statistics = { mean: statistic('mean'), variance: statistic('variance') }
          append(batchNormInference(input, scale, bias, statistics, epsilon))
        }
        break
      }
      case 'layer-norm':
        append(layerNorm(input, parameter('scale'), bias, layer.epsilon))
        break
      case 'dropout':
        append(inBatch === undefined ? input : dropout(input, keep(), layer.rate))
        break
      case 'alpha-dropout':
        append(inBatch === undefined ? input : alphaDropout(input, keep(), layer.rate))
        break
      case 'residual':
        append(add(input, outputs[layer.from] as Tensor))
        break
      case 'softmax':
        append(softmax(input, layer.temperature))
        break
      case 'activation':
        append(activate(layer, input, parameters.get(`${index}.slope`)))
        break
      default:
        layer satisfies never
    }
  }
  return outputs[outputs.length - 1] ?? x
}

function activate(layer: ActivationSpec, x: Tensor, learnt: Tensor | undefined): Tensor {
  if (layer.name !== 'expression') {
    if (learnt === undefined) return activation(x, layer.name, layer)
    return layer.name === 'swish' ? learntSwish(x, learnt) : prelu(x, learnt)
  }
  const parsed = parseActivation(layer.expression)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  const { value, derivative } = parsed.activation
  return elementwise(
    layer.expression,
    x,
    (number) => value(number),
    (number) => derivative(number),
  )
}

/** The marks that dropout works by, counted over the whole batch: see NUMERICS.md. */
function keptBy(x: Tensor, layer: number, rate: number, inBatch: ChunkOptions['inBatch']): number[] {
  if (inBatch === undefined) return []
  const { seed, step, first } = inBatch
  const key = counterKey(seed, 'dropout', layer, step)
  const before = (first * x.data.length) / (x.shape[0] ?? 1)
  return Array.from(x.data, (_, i) => (counterBits(key, before + i) / 2 ** 32 >= rate ? 1 : 0))
}
