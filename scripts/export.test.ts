/**
 * Everything that the engine has, exported to PyTorch and run there: the first ten losses are ours, to 1e-5 of each with
 * SGD and 1e-4 with the other optimizers. Debian has no Keras: its code is compiled and, in
 * lib/export/keras/keras.test.ts, compared with known text. Without PyTorch the tests that run it are skipped and counted.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import {
  ACTIVATION_NAMES,
  type ExperimentSpec,
  LAYER_KINDS,
  LOSS_KINDS,
  OPTIMIZER_KINDS,
  SCHEDULE_KINDS,
} from '@/lib/engine'
import { npz } from '@/lib/export/archive/npz'
import { exportKeras } from '@/lib/export/keras/export-keras'
import { exportPytorch } from '@/lib/export/pytorch/export-pytorch'
import { EXPORT_CASES, linear, planar, toleranceOf } from './export/cases'
import { largestDifference, openingOf, type RunExport, runExports, writeFolder } from './export/run-exports'
import { findPython } from './snippets/run-snippets'

const python = findPython()
const torchIsHere = python !== null && spawnSync(python, ['-c', 'import torch']).status === 0
const folder = mkdtempSync(path.join(inject('testFolder'), 'exports-'))
const openings = EXPORT_CASES.map(({ name, spec }) => ({ name, spec, opening: openingOf(spec) }))

test('the table leaves out no activation, layer, loss, optimizer or schedule', () => {
  const specs = EXPORT_CASES.map(({ spec }) => spec)
  const layers = specs.flatMap(({ model }) => model)
  const names = layers.flatMap((layer) => (layer.layer === 'activation' ? layer.name : []))
  expect(new Set(names)).toEqual(new Set([...ACTIVATION_NAMES, 'expression']))
  expect(new Set(layers.map(({ layer }) => layer))).toEqual(new Set(LAYER_KINDS))
  expect(new Set(specs.map(({ loss }) => loss.kind))).toEqual(new Set(LOSS_KINDS))
  expect(new Set(specs.map(({ optimizer }) => optimizer.kind))).toEqual(new Set(OPTIMIZER_KINDS))
  expect(new Set(specs.flatMap(({ schedule }) => schedule?.kind ?? []))).toEqual(new Set(SCHEDULE_KINDS))
})

describe.skipIf(!torchIsHere)('PyTorch takes the same ten steps', () => {
  const runs = new Map<string, RunExport>()
  beforeAll(() => {
    const folders = openings.map(({ name, opening }, i) => {
      const at = path.join(folder, String(i))
      writeFolder(at, exportPytorch(opening, name))
      return at
    })
    for (const [i, run] of runExports(python ?? '', folders).entries()) runs.set(EXPORT_CASES[i]?.name ?? '', run)
  }, 240_000)

  test.each(EXPORT_CASES.map(({ name, spec }) => [name, spec] as const))('%s', (name, spec) => {
    const run = runs.get(name)
    expect(run?.failed ?? null).toBe(null)
    expect(run?.losses.length).toBe(10)
    expect(run && largestDifference(run)).toBeLessThan(toleranceOf(spec))
  })
})

test.skipIf(!torchIsHere)('code with a fault gets other losses: a slope, a decay, an order of weights', () => {
  const leaky = planar([linear(8), { layer: 'activation', name: 'leaky-relu', alpha: 0.3 }, linear(2)])
  const spec = { ...leaky, optimizer: { kind: 'adam' as const, learningRate: 0.05, weightDecay: 0.1 } }
  const files = exportPytorch(openingOf(spec), 'planted')
  const code = new TextDecoder().decode(files[0]?.bytes)
  const faults = [
    ['', ''],
    ['negative_slope=0.3', 'negative_slope=0.2'],
    ['weight_decay=0.1', 'weight_decay=0.0'],
    ['torch.from_numpy(weights[name])', 'torch.from_numpy(weights[name]).flip(0)'],
  ] as const
  const folders = faults.map(([right, wrong], i) => {
    expect(code).toContain(right)
    const at = path.join(folder, `planted-${i}`)
    writeFolder(at, files)
    writeFileSync(path.join(at, 'train.py'), code.replace(right, wrong))
    return at
  })
  const [sound, ...faulty] = runExports(python ?? '', folders)
  expect(sound && largestDifference(sound)).toBeLessThan(1e-4)
  expect(faulty.map(({ failed }) => failed)).toEqual([null, null, null])
  for (const run of faulty) expect(largestDifference(run)).toBeGreaterThan(1e-3)
})

/** What keras.test.ts shows to be refused: what is swapped on its way, and branches that are not smooth everywhere. */
function isRefused({ model, interventions }: ExperimentSpec): boolean {
  return (
    interventions !== undefined ||
    model.some((layer) => 'expression' in layer && /where.*(log1p|sqrt)/.test(layer.expression))
  )
}

test.skipIf(python === null)('the Python of every export compiles, for PyTorch and for Keras', () => {
  const files = openings.flatMap(({ name, spec, opening }, i) => {
    const exports = [exportPytorch(opening, name), ...(isRefused(spec) ? [] : [exportKeras(opening, name)])]
    return exports.map(([script], kind) => {
      const file = path.join(folder, `code-${i}-${kind}.py`)
      writeFileSync(file, script?.bytes ?? '')
      return file
    })
  })
  const compile =
    'import pathlib, sys\nfor name in sys.argv[1:]: compile(pathlib.Path(name).read_text("utf8"), name, "exec")'
  const { status, stderr } = spawnSync(python ?? '', ['-W', 'error', '-c', compile, ...files], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

test.skipIf(!torchIsHere)('numpy reads the arrays as they are', () => {
  const file = path.join(folder, 'arrays.npz')
  const arrays = {
    'layers.0.weight': { type: 'float32' as const, shape: [2, 3], values: [1, 2, 3, 4, 5, -0.5] },
    single: { type: 'int64' as const, shape: [], values: [-7] },
    kept: { type: 'bool' as const, shape: [1, 2], values: [1, 0] },
    losses: { type: 'float64' as const, shape: [1], values: [0.1] },
  }
  writeFileSync(file, npz(arrays))
  const script = `import json, numpy as np
a = np.load(${JSON.stringify(file)})
print(json.dumps({k: [str(a[k].dtype), list(a[k].shape), a[k].ravel().tolist()] for k in a.files}))`
  const { stdout } = spawnSync(python ?? '', ['-c', script], { encoding: 'utf8' })
  expect(JSON.parse(stdout)).toEqual({
    'layers.0.weight': ['float32', [2, 3], [1, 2, 3, 4, 5, -0.5]],
    single: ['int64', [], [-7]],
    kept: ['bool', [1, 2], [true, false]],
    losses: ['float64', [1], [0.1]],
  })
  expect(readFileSync(file).length).toBeLessThan(2000)
})
