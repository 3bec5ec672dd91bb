/** How the code reads, and what is refused; that its numbers are ours, scripts/export.test.ts shows by running it. */
import { expect, test } from 'vitest'
import { buildDataset, createTrainer, type ExperimentSpec, type LayerSpec, type Opening, openRun } from '@/lib/engine'
import { channelsFirst, planLayout } from '@/lib/export/python/layout'
import { exportPytorch } from './export-pytorch'

const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const act = (name: 'relu' | 'gelu' | 'gelu-tanh' | 'swish' | 'prelu', more = {}): LayerSpec => ({
  ...{ layer: 'activation', name },
  ...more,
})
const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 60, noise: 0.1, seed: 1, validation: 0.2 },
  model: [
    linear(4),
    { layer: 'activation', name: 'leaky-relu', alpha: 0.2 },
    linear(4),
    act('gelu-tanh'),
    linear(4),
    act('swish'),
    linear(4),
    act('prelu'),
    linear(4),
    act('gelu'),
    linear(2),
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  batch: 8,
  epochs: 2,
  seeds: [3],
}

function openingOf(changes: Partial<ExperimentSpec> = {}): Opening {
  const changed = { ...spec, ...changes }
  const dataset = buildDataset(changed.data)
  return openRun(createTrainer({ spec: changed, seed: 3, dataset }), { spec: changed, seed: 3, dataset }, 10)
}

function codeOf(opening: Opening, title = 'A title'): string {
  return new TextDecoder().decode(exportPytorch(opening, title)[0]?.bytes)
}

test('the model reads as it would be written by hand', () => {
  expect(codeOf(openingOf())).toContain(`        self.layers = nn.Sequential(
            nn.Linear(2, 4),
            nn.LeakyReLU(negative_slope=0.2),
            nn.Linear(4, 4),
            nn.GELU(approximate="tanh"),
            nn.Linear(4, 4),
            nn.SiLU(),
            nn.Linear(4, 4),
            nn.LeakyReLU(negative_slope=0.25),
            nn.Linear(4, 4),
            nn.GELU(),
            nn.Linear(4, 2),
        )

    def forward(self, x):
        """[batch, 2] to logits, [batch, 2]."""
        return self.layers(x)


def loss_function(logits, labels):
    return F.cross_entropy(logits, labels)


def main():
    model = Model()`)
})

test('an optimizer left to its defaults names its learning rate alone; what is set is said', () => {
  expect(codeOf(openingOf())).toContain('optimizer = torch.optim.Adam(model.parameters(), lr=0.01)\n')
  const optimizer = { kind: 'adamw', learningRate: 0.01, beta2: 0.99, weightDecay: 0, clipNorm: 1 } as const
  const code = codeOf(openingOf({ optimizer }))
  expect(code).toContain('torch.optim.AdamW(model.parameters(), lr=0.01, betas=(0.9, 0.99), weight_decay=0.0)')
  expect(code).toContain('nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)')
})

test('a title cannot end the text that it stands in', () => {
  const code = codeOf(openingOf(), 'a """ \\ b')
  expect(code.split('\n')[0]).toBe(`"""a ''' \\\\ b. Data: moons; seed 3.`)
})

test.each<[string, Opening, RegExp]>([
  [
    'a run whose first step diverges',
    { ...openingOf(), losses: [], batches: [] },
    /very first step diverges.*Lower the learning rate/,
  ],
  [
    'batches too large to be downloaded',
    { ...openingOf(), spec: { ...spec, batch: 5_000_000 } },
    /first 10 batches of 5000000 examples are 400 MB, and an export has at most 256\. Use a smaller batch\./,
  ],
])('%s is refused in a sentence', (_title, opening, message) => {
  expect(() => exportPytorch(opening, '')).toThrow(message)
})

const conv: LayerSpec = { layer: 'conv2d', channels: 3, kernel: 3, stride: 8 }
const flatten: LayerSpec = { layer: 'flatten' }
test.each<[string, LayerSpec[], 'channels-first' | 'channels-last', number[]]>([
  ['to a linear layer', [conv, act('relu'), flatten, act('relu'), linear(48)], 'channels-first', [3, 4]],
  [
    'to a residual of the same order',
    [conv, flatten, act('relu'), { layer: 'residual', from: 1 }, linear(2)],
    'channels-first',
    [2, 3, 4],
  ],
  [
    'to a residual of another order',
    [conv, flatten, linear(48), { layer: 'residual', from: 1 }, linear(2)],
    'channels-last',
    [],
  ],
  ['to the loss', [conv, flatten], 'channels-last', []],
])('an image flattened and led %s', (_title, model, order, turned) => {
  const shapes = model.map((layer) => (layer.layer === 'conv2d' || layer.layer === 'activation' ? [4, 4, 3] : [48]))
  const layout = planLayout({ ...spec, model }, [32, 32, 3], shapes)
  expect(layout.flatten).toBe(order)
  expect([...layout.before.entries()].flatMap(([i, before]) => (before === null ? [] : i))).toEqual(turned)
})

test('channels first: every number where its channel, row and column say', () => {
  const values = Float32Array.from({ length: 2 * 2 * 3 * 4 }, (_, i) => i)
  const moved = channelsFirst(values, { height: 2, width: 3, channels: 4 })
  const at = (n: number, row: number, column: number, c: number) => ((n * 2 + row) * 3 + column) * 4 + c
  expect(moved[((1 * 4 + 2) * 2 + 1) * 3 + 2]).toBe(at(1, 1, 2, 2))
  expect(new Set(moved).size).toBe(values.length)
})
