/**
 * An experiment as a folder for Keras 3: `train.py` and the same weights and batches as PyTorch's, in Keras's order. It is
 * compiled and compared with known text; nobody has seen its losses to be ours, and where Keras computes otherwise the
 * code says so (docs/decisions/033).
 */
import { describeShapes, type ExperimentSpec, type Opening } from '@/lib/engine'
import { npz } from '@/lib/export/archive/npz'
import type { ArchiveFile } from '@/lib/export/archive/zip'
import { ExportError } from '@/lib/export/model-file'
import { batchArrays, requireSteps } from '@/lib/export/opening-arrays'
import { blocks, indent } from '@/lib/export/python/text'
import { DEFINITIONS } from './definitions'
import { type KerasLayer, kerasLayers } from './layers'
import { type KerasLoss, kerasLoss } from './loss'
import { type KerasOptimizer, kerasOptimizer } from './optimizer'

/** @throws ExportError in a sentence that names the layer or key and why. */
export function exportKeras(opening: Opening, title: string): ArchiveFile[] {
  requireSteps(opening)
  const { spec, data, steps } = opening
  const [swap] = spec.interventions ?? []
  if (swap !== undefined) {
    throw new ExportError(
      `Layer ${swap.layer}'s activation is swapped after step ${swap.atStep}, which a compiled Keras model cannot do. Export to PyTorch, or leave the interventions out.`,
    )
  }
  const shapes = describeShapes(spec).map(({ outputShape }) => outputShape)
  const found = kerasLayers(opening)
  const loss = kerasLoss(spec, shapes.at(-1)?.[0] ?? 0, data.classes?.length ?? null)
  const optimizer = kerasOptimizer(spec, steps)
  const parts = [
    ...[...found.needs].map((name) => DEFINITIONS[name] ?? []),
    ...found.written,
    modelLines(spec, data.inputShape, found.layers),
    loss.definition,
    ...optimizer.definitions,
    mainLines(loss, optimizer),
    ['if __name__ == "__main__":', '    main()'],
  ]
  const code = blocks(parts)
  const arrays = found.layers.flatMap(({ name, weights }) =>
    weights.map((array, i) => [`${name}.${i}`, array] as const),
  )
  const encode = (text: string) => new TextEncoder().encode(text)
  return [
    { name: 'train.py', bytes: encode(`${headLines(opening, title, code).join('\n')}\n\n\n${code}`) },
    { name: 'initial_weights.npz', bytes: npz(Object.fromEntries(arrays)) },
    { name: 'first_batches.npz', bytes: npz(batchArrays(opening, null)) },
    { name: 'experiment.json', bytes: encode(`${JSON.stringify(spec, null, 2)}\n`) },
  ]
}

function headLines({ losses, seed, numerics, data, spec }: Opening, title: string, code: string): string[] {
  const quoted = title.replaceAll('\\', '\\\\').replaceAll('"', "'")
  const drops = spec.model.some(({ layer }) => layer === 'dropout' || layer === 'alpha-dropout')
  return [
    `"""${quoted}. Data: ${data.name}; seed ${seed}.`,
    '',
    `Takes the first ${losses.length} steps of a run of Nonlinear (numbers ${numerics}) from the same weights, on the same`,
    'batches, and prints the loss of each beside the one that Nonlinear got. Needs Keras 3 and numpy:',
    '',
    '    python train.py',
    ...(drops ? ['', 'Dropout draws its own numbers here, so the losses differ from the first step on.'] : []),
    '"""',
    ...(code.includes('math.') ? ['import math'] : []),
    'from pathlib import Path',
    '',
    'import keras',
    'import numpy as np',
    `from keras import layers${code.includes('ops.') ? ', ops' : ''}`,
    '',
    'FOLDER = Path(__file__).parent',
  ]
}

function modelLines({ model }: ExperimentSpec, inputShape: readonly number[], found: readonly KerasLayer[]): string[] {
  const input = `(${inputShape.join(', ')}${inputShape.length === 1 ? ',' : ''})`
  if (model.every(({ layer }) => layer !== 'residual')) {
    const rows = [`keras.Input(${input}),`, ...found.map(({ code }) => `${code},`)]
    return ['def build_model():', '    return keras.Sequential(', '        [', ...indent(rows, 3), '        ]', '    )']
  }
  const kept = new Set(model.flatMap((layer) => (layer.layer === 'residual' ? [layer.from] : [])))
  const lines = model.flatMap((layer, index) => {
    const steps =
      layer.layer === 'residual'
        ? [`x = layers.add([x, skip_${layer.from}])`]
        : found.filter((one) => one.layer === index).map(({ code }) => `x = ${code}(x)`)
    return kept.has(index) ? [...steps, `skip_${index} = x`] : steps
  })
  const first = `inputs = x = keras.Input(${input})`
  return ['def build_model():', ...indent([first, ...lines, 'return keras.Model(inputs, x)'])]
}

function mainLines({ expression, targets }: KerasLoss, { statements }: KerasOptimizer): string[] {
  return [
    'def main():',
    ...indent([
      'model = build_model()',
      'weights = np.load(FOLDER / "initial_weights.npz")',
      'for layer in model.layers:',
      '    arrays = [weights[f"{layer.name}.{i}"] for i in range(len(layer.weights))]',
      '    if arrays:',
      '        layer.set_weights(arrays)',
      '',
      ...statements,
      `model.compile(optimizer=optimizer, loss=${expression})`,
      '',
      'batches = np.load(FOLDER / "first_batches.npz")',
      'for step, expected in enumerate(batches["losses"]):',
      ...indent([
        'labels = batches["labels"][step]',
        `loss = model.train_on_batch(batches["inputs"][step], ${targets ?? 'labels'})`,
        // What train_on_batch gives back is the mean over all batches since the metrics were reset.
        'model.reset_metrics()',
        'print(f"step {step + 1:2d}   loss {float(loss):.9g}   in Nonlinear {expected:.9g}")',
      ]),
    ]),
  ]
}
