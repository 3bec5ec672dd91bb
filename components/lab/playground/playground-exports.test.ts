/** What the playground saves is of the recipe that it trained, to the last bit. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { ExportItem } from '@/components/export/export-menu'
import { type RunFileOrder, writeRunFile } from '@/components/export/runs/run-file'
import type { RunItemPorts } from '@/components/export/runs/run-items'
import { buildDataset, createTrainer, openRun } from '@/lib/engine'
import { weightHashOf } from '@/lib/export/model-file'
import { parseModelFile } from '@/lib/export/read-model-file'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { type PlanePlan, PlanePlayer } from '@/lib/training/plane/plane-player'
import { createSessionHere } from '@/lib/training/plane/testing/session-here'
import { playgroundExports } from './playground-exports'
import { type PlaygroundSettings, planOf } from './playground-spec'

function planned(changed: Partial<PlaygroundSettings>): PlanePlan {
  const made = planOf({ ...LAB_WIDGETS.playground.defaults, epochs: 3, seeds: 2, seed: 5, ...changed }, null)
  if ('problem' in made) throw new Error(made.problem)
  return made.plan
}

/** Trained to its end; the second seed is drawn. */
async function trained(plan: PlanePlan): Promise<PlanePlayer> {
  const session = createSessionHere(() => performance.now())
  const player = new PlanePlayer({
    createTrainer: () => ({ ask: (command) => session.answer(command), dispose: () => undefined }),
    now: () => performance.now(),
    nextTurn: (then) => setTimeout(then),
  })
  player.setPace({ steps: 100_000, budgetMs: 60_000 })
  player.setVisible(true)
  player.setView(1, null)
  player.choose(plan)
  player.run()
  await new Promise<void>((ended) => {
    player.subscribe(() => player.getSnapshot().phase === 'finished' && ended())
  })
  return player
}

let orders: RunFileOrder[] = []
beforeEach(() => {
  orders = []
})

/** Without workers. */
const PORTS: RunItemPorts = {
  takeOpening: async ({ spec, seed, steps }) => {
    const dataset = buildDataset(spec.data)
    return openRun(createTrainer({ spec, seed, dataset }), { spec, seed, dataset }, steps)
  },
  writeFile: async (order) => {
    orders.push(order)
    return writeRunFile(order)
  },
}

const save = async (items: readonly ExportItem[], name: string) =>
  (await items.find(({ filename }) => filename === name)?.make())?.text()

describe.each<[string, Partial<PlaygroundSettings>]>([
  [
    'an activation for each layer, momentum and a schedule',
    {
      data: 'gaussians',
      layers: [
        [5, 'leaky-relu', 0.2],
        [3, 'prelu', 0.4],
        [4, 'selu', 0],
      ],
      ...{ opt: 'sgd', mom: 0.9, plan: 'cosine', warm: 4, dropout: 0.1 },
    },
  ],
  [
    'own points, batch norm and a rule to stop',
    {
      data: 'own',
      points: Array.from({ length: 40 }, (_, i) => [(i % 8) / 8, Math.floor(i / 8) / 5, i % 2] as const),
      ...{ norm: 'batch', loss: 'bce-with-logits', clip: 1, stop: 5 },
    },
  ],
])('of %s', (_, changed) => {
  const plan = planned(changed)

  test('the model that is saved is the one that was trained: its recipe, trained anew, gives its weights', async () => {
    const player = await trained(plan)
    const { runs, data } = player.getSnapshot()
    const text = await save(playgroundExports(player, null, PORTS), 'playground-model-seed-6.json')
    const { spec, seed, step, weights, dataHash } = parseModelFile(text ?? '')
    expect({ spec, seed, step, dataHash }).toEqual({
      spec: plan.spec,
      seed: 6,
      step: runs[1]?.step,
      dataHash: data?.hash,
    })
    expect(weightHashOf(weights)).toBe(runs[1]?.end?.weightHash)
    const again = createTrainer({ spec, seed, dataset: buildDataset(spec.data) })
    for (const report of again.run()) if (report.status === 'stepped' && report.step === step) break
    expect(again.weightHash()).toBe(runs[1]?.end?.weightHash)
  })

  test('the code is of the same recipe: its first ten losses are those of the curve', async () => {
    const player = await trained(plan)
    const items = playgroundExports(player, null, PORTS)
    for (const library of ['pytorch', 'keras']) await save(items, `playground-${library}-seed-6.zip`)
    const curve = player
      .getSnapshot()
      .runs[1]?.lossCurve.slice(0, 10)
      .map(([, loss]) => loss)
    expect(orders).toHaveLength(2)
    for (const order of orders) {
      if (order.kind !== 'code') throw new Error('That is no code.')
      expect(order.opening.spec).toEqual(plan.spec)
      expect(order.opening.losses.slice(0, curve?.length)).toEqual(curve)
    }
  })

  test('the curves are of all seeds, under the names of a lesson’s experiment', async () => {
    const csv = await save(playgroundExports(await trained(plan), null, PORTS), 'playground-curves.csv')
    const [head, ...rows] = csv?.split('\r\n') ?? []
    expect(head).toMatch(/^run,seed,status,step \(completed updates\),epoch/)
    for (const seed of [5, 6]) expect(rows.some((row) => row.split(',')[1] === String(seed))).toBe(true)
  })
})

test('before anything is trained there is code and nothing else; without a plan there is nothing', async () => {
  const player = await trained(planned({}))
  player.choose(planned({ lr: 0.5 }))
  expect(playgroundExports(player, null, PORTS).map(({ filename }) => filename)).toEqual([
    'playground-pytorch-seed-6.zip',
    'playground-keras-seed-6.zip',
  ])
  player.choose(null)
  expect(playgroundExports(player, null, PORTS)).toEqual([])
})

test('a menu that was open while the settings were changed gives no model of another recipe', async () => {
  const player = await trained(planned({}))
  const items = playgroundExports(player, null, PORTS)
  player.choose(planned({ lr: 0.5 }))
  await expect(save(items, 'playground-model-seed-6.json')).rejects.toThrow('Run it again')
})
