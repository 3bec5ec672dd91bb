/**
 * An experiment as a folder that PyTorch runs: `train.py`, which is the code, and beside it the weights that the run begins
 * with, its first ten batches and our losses on them. Not here: who trained those steps (lib/engine, `openRun`).
 */
import { describeShapes, type ExperimentSpec, type Opening } from '@/lib/engine'
import { npz } from '@/lib/export/archive/npz'
import type { ArchiveFile } from '@/lib/export/archive/zip'
import { batchArrays, requireSteps } from '@/lib/export/opening-arrays'
import { planLayout } from '@/lib/export/python/layout'
import { blocks, indent } from '@/lib/export/python/text'
import { activationModule } from './activations'
import { CLASSES } from './classes'
import { REPLAY_DROPOUT } from './dropout'
import { meetsZeros } from './kinks'
import { lossFunction, takesLogits } from './loss'
import { type ModelClass, modelClass } from './model-class'
import { torchModules } from './modules'
import { clippingLines, optimizerLines, schedulerCode } from './optimizer'

/** @throws ExportError in a sentence that names the layer or key and why. */
export function exportPytorch(opening: Opening, title: string): ArchiveFile[] {
  requireSteps(opening)
  const { spec, data } = opening
  const shapes = describeShapes(spec).map(({ outputShape }) => outputShape)
  const layout = planLayout(spec, data.inputShape, shapes)
  const found = torchModules(opening, layout)
  const swaps = (spec.interventions ?? []).map((swap) => ({
    ...swap,
    ...activationModule(swap.activation.name, swap.activation, { meetsZeros: meetsZeros(spec, swap.layer) }),
  }))
  const needed = new Set([...found.needs, ...swaps.flatMap(({ needs }) => needs ?? [])])
  const outputs = shapes.at(-1)?.[0] ?? 0
  const model = modelClass(spec, found.modules, {
    inputShape: shown(data.inputShape),
    outputShape: `[batch, ${outputs}]`,
    outputs: takesLogits(spec.loss) ? 'logits' : 'outputs',
  })
  const parts = [
    [...[...needed].map((name) => CLASSES[name] ?? []), ...found.written],
    [model.lines, lossFunction(spec, outputs, data.classes?.length ?? null)],
    [schedulerCode(spec, opening.steps).factor],
    [hasDropout(spec) ? REPLAY_DROPOUT : [], interventionLines(swaps, model)],
    [mainLines(opening, model)],
  ].flat()
  const code = blocks([...parts, ['if __name__ == "__main__":', '    main()']])
  const encode = (text: string) => new TextEncoder().encode(text)
  return [
    { name: 'train.py', bytes: encode(`${headLines(opening, title, code).join('\n')}\n\n\n${code}`) },
    { name: 'initial_weights.npz', bytes: npz(model.state) },
    { name: 'first_batches.npz', bytes: npz(batchArrays(opening, layout)) },
    { name: 'experiment.json', bytes: encode(`${JSON.stringify(spec, null, 2)}\n`) },
  ]
}

/** Images as PyTorch has them. */
function shown(shape: readonly number[]): string {
  const [height, width, channels] = shape
  return `[batch, ${shape.length === 3 ? [channels, height, width].join(', ') : shape.join(', ')}]`
}

function headLines({ losses, seed, numerics, data }: Opening, title: string, code: string): string[] {
  const quoted = title.replaceAll('\\', '\\\\').replaceAll('"', "'")
  return [
    `"""${quoted}. Data: ${data.name}; seed ${seed}.`,
    '',
    `Takes the first ${losses.length} steps of a run of Nonlinear (numbers ${numerics}) from the same weights, on the same`,
    'batches, and prints the loss of each beside the one that Nonlinear got. Needs PyTorch 1.13 or later, and numpy:',
    '',
    '    python train.py',
    '"""',
    ...(code.includes('math.') ? ['import math'] : []),
    'from pathlib import Path',
    '',
    'import numpy as np',
    'import torch',
    ...(code.includes('F.') ? ['import torch.nn.functional as F'] : []),
    'from torch import nn',
    '',
    'FOLDER = Path(__file__).parent',
  ]
}

function hasDropout({ model }: ExperimentSpec): boolean {
  return model.some(({ layer }) => layer === 'dropout' || layer === 'alpha-dropout')
}

function interventionLines(
  swaps: readonly { atStep: number; layer: number; code: string }[],
  { placeOf }: ModelClass,
): string[] {
  if (swaps.length === 0) return []
  return [
    'def intervene(model, step):',
    ...indent([
      '"""Swaps an activation in place, all weights kept; called before each step with the number of completed ones."""',
      ...swaps.flatMap(({ atStep, layer, code }) => [`if step == ${atStep}:`, `    ${placeOf(layer)} = ${code}`]),
    ]),
  ]
}

function mainLines({ spec, data, steps }: Opening, { placeOf }: ModelClass): string[] {
  const { statement } = schedulerCode(spec, steps)
  const dropouts = [...spec.model.entries()].filter(([, { layer }]) => layer === 'dropout' || layer === 'alpha-dropout')
  const dtype = data.classes === null ? '' : ' as class numbers'
  return [
    'def main():',
    ...indent([
      'model = Model()',
      'weights = np.load(FOLDER / "initial_weights.npz")',
      'model.load_state_dict({name: torch.from_numpy(weights[name]) for name in weights.files})',
      '',
      ...optimizerLines(spec),
      ...(statement === null ? [] : [statement]),
      '',
      `# [steps, ${shown(data.inputShape).slice(1)}; labels [steps, batch]${dtype}.`,
      'batches = np.load(FOLDER / "first_batches.npz")',
      ...dropouts.map(([layer]) => `replay_dropout(${placeOf(layer)}, batches["kept_${layer}"])`),
      'model.train()',
      'for step, expected in enumerate(batches["losses"]):',
      ...indent([
        ...((spec.interventions ?? []).length > 0 ? ['intervene(model, step)'] : []),
        'inputs = torch.from_numpy(batches["inputs"][step])',
        'labels = torch.from_numpy(batches["labels"][step])',
        'optimizer.zero_grad()',
        'loss = loss_function(model(inputs), labels)',
        'loss.backward()',
        ...clippingLines(spec),
        'optimizer.step()',
        ...(statement === null ? [] : ['scheduler.step()']),
        'print(f"step {step + 1:2d}   loss {loss.item():.9g}   in Nonlinear {expected:.9g}")',
      ]),
    ]),
  ]
}
