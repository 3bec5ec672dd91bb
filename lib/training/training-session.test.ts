import { expect, test } from 'vitest'
import type { DataSpec, ExperimentSpec, TrainingReport } from '@/lib/engine'
import type { PlannedRun, TrainingCommand, TrainingMessage } from './protocol'
import { type LoadedData, type SessionPorts, TrainingSession } from './training-session'

type Kind<K extends TrainingMessage['kind']> = Extract<TrainingMessage, { kind: K }>

const data: DataSpec = { kind: 'spiral', samples: 100, noise: 0, seed: 1, validation: 0.2 }
const spec: ExperimentSpec = {
  version: 1,
  data,
  model: [{ layer: 'linear', units: 2 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 10,
  epochs: 1,
  seeds: [0],
}
const run = (key: string, changes: Partial<ExperimentSpec> = {}): PlannedRun => ({
  key,
  spec: { ...spec, ...changes },
  seed: 0,
  cost: { parameters: 6, multiplyAddsPerExample: 12, bytes: 1000, steps: 10 },
})

interface World {
  /** Work of one pull. */
  pullMs?: number
  heartbeats?: number
  steps?: number
  report?: (step: number) => TrainingReport | null
  loadData?: SessionPorts['loadData']
}

/** A machine with one clock and one first-in-first-out event loop, which is what a worker has. */
function world({ pullMs = 1, heartbeats = 0, steps = 10, report = () => null, loadData }: World = {}) {
  let clock = 0
  const queue: (() => void)[] = []
  const posts: { at: number; message: TrainingMessage }[] = []
  let pulls = 0
  let surfaces = 0
  let withinStep = false
  let drawnWithinStep = 0
  let dismissed = 0

  function* reports(): Generator<TrainingReport> {
    for (let step = 1; step <= steps; step++) {
      for (let i = 0; i < heartbeats; i++) yield { status: 'computing', step, fraction: 0 }
      const special = report(step)
      if (special) yield special
      if (special?.status === 'diverged') return
      yield { status: 'stepped', step, epoch: 0, loss: 1 / step, learningRate: 0.1, gradientNorm: 1 }
    }
    const validation = { loss: 0.5, accuracy: 0.75 }
    yield { status: 'evaluated', step: steps, epoch: 1, train: null, validation, probes: [] }
    yield { status: 'finished', step: steps, weightHash: 'a'.repeat(64), validation, numerics: 'ts-1' }
  }

  const loaded: LoadedData = {
    summary: {
      source: 'generated',
      standIn: false,
      isSlow: false,
      problem: null,
      trainCount: 80,
      validationCount: 20,
      classes: null,
      hash: 'h',
      plane: null,
      line: null,
      samples: null,
    },
    createTrainer: () => {
      const source = reports()
      return {
        weights: () => [],
        weightHash: () => 'a'.repeat(64),
        dismiss: () => {
          dismissed++
        },
        drawSurface: () => {
          surfaces++
          if (withinStep) drawnWithinStep++
          return null
        },
        drawFit: () => {
          if (withinStep) drawnWithinStep++
          return null
        },
        predictSamples: () => {
          if (withinStep) drawnWithinStep++
          return null
        },
        run: () => ({
          next: () => {
            clock += pullMs
            pulls++
            const next = source.next()
            withinStep = !next.done && next.value.status === 'computing'
            return next
          },
        }),
      }
    },
  }
  const session = new TrainingSession({
    now: () => clock,
    later: (task) => queue.push(task),
    post: (message) => posts.push({ at: clock, message }),
    numerics: 'ts-1',
    loadData: loadData ?? (async () => loaded),
  })

  /** Turns the event loop until nothing is left to do, or until `until` is true. */
  async function turn(until: () => boolean = () => false) {
    for (;;) {
      await Promise.resolve()
      await Promise.resolve()
      if (until()) return
      const task = queue.shift()
      if (!task) return
      task()
    }
  }

  return {
    posts,
    turn,
    loaded,
    send: (command: TrainingCommand) => queue.push(() => session.handle(withSteps(command, steps))),
    clock: () => clock,
    pulls: () => pulls,
    surfaces: () => surfaces,
    drawnWithinStep: () => drawnWithinStep,
    dismissed: () => dismissed,
    of: <K extends TrainingMessage['kind']>(kind: K) =>
      posts.map((post) => post.message).filter((message): message is Kind<K> => message.kind === kind),
    phases: () => posts.flatMap(({ message }) => (message.kind === 'phase' ? [message.phase] : [])),
  }
}

/** The command, for runs of so many steps an epoch. */
function withSteps(command: TrainingCommand, steps: number): TrainingCommand {
  if (command.kind !== 'start') return command
  const runs = command.runs.map((run) => ({ ...run, cost: { ...run.cost, steps: steps * run.spec.epochs } }))
  return { ...command, runs }
}

const start = (...runs: PlannedRun[]): TrainingCommand => ({ kind: 'start', runs, paused: false })

test('a trainer’s helpers are let go when its run ends, and when it is stopped', async () => {
  const { send, turn, dismissed, of } = world({ steps: 30 })
  send(start(run('a'), run('b')))
  await turn(() => of('run-ended').length === 1)
  expect(dismissed()).toBe(1)
  send({ kind: 'stop' })
  await turn()
  expect(dismissed()).toBe(2)
})

test('a plan runs from loading to finished, run by run, and every step reaches the curve once', async () => {
  const { send, turn, phases, of } = world({ steps: 30 })
  send(start(run('a'), run('b')))
  await turn()
  expect(phases()).toEqual(['loading', 'running', 'running', 'finished'])
  expect(of('run-started').map(({ key, steps }) => [key, steps])).toEqual([
    ['a', 30],
    ['b', 30],
  ])
  for (const key of ['a', 'b']) {
    const updates = of('progress').filter(({ run }) => run.key === key)
    expect(updates.flatMap(({ run }) => run.lossPoints.map(([step]) => step))).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    )
    expect(updates.flatMap(({ run }) => run.evaluations)).toHaveLength(1)
  }
  expect(of('run-ended').map(({ result }) => result.weightHash)).toEqual(['a'.repeat(64), 'a'.repeat(64)])
  const fractions = of('progress').map((message) => message.fraction)
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
  expect(fractions.at(-1)).toBe(1)
})

test('at most 30 posts a second, however fast the steps come', async () => {
  const { send, turn, posts, clock } = world({ steps: 20_000, pullMs: 0.2 })
  send(start(run('a')))
  await turn()
  const progress = posts.filter(({ message }) => message.kind === 'progress')
  expect(progress.length).toBeLessThanOrEqual((clock() / 1000) * 30 + 2)
  expect(progress.length).toBeGreaterThan((clock() / 1000) * 15)
})

// The engine promises a heartbeat every 25 ms; a fast one and one that is late by half are tried too.
test.each([0.1, 5, 25, 40])('pause and stop act within 100 ms when a pull takes %d ms', async (pullMs) => {
  for (const kind of ['pause', 'stop'] as const) {
    const { send, turn, phases, clock, pulls } = world({ pullMs, heartbeats: 50, steps: 100_000 })
    send(start(run('a')))
    await turn(() => clock() > 500)
    const askedAt = clock()
    send({ kind })
    const done = kind === 'pause' ? 'paused' : 'stopped'
    await turn(() => phases().at(-1) === done)
    expect(phases().at(-1)).toBe(done)
    expect(clock() - askedAt).toBeLessThanOrEqual(100)
    const before = pulls()
    await turn()
    expect(pulls()).toBe(before)
  }
})

test('the event loop turns at least every 33 ms', async () => {
  const { send, turn, clock } = world({ pullMs: 25, heartbeats: 3, steps: 20 })
  send(start(run('a')))
  const turns: number[] = []
  await turn(() => {
    turns.push(clock())
    return false
  })
  const longest = Math.max(...turns.slice(1).map((at, i) => at - (turns[i] ?? 0)))
  expect(longest).toBeLessThanOrEqual(33)
})

test('step: exactly one optimizer step, also through heartbeats, then paused', async () => {
  const { send, turn, of, phases } = world({ heartbeats: 20, pullMs: 10 })
  send({ kind: 'start', runs: [run('a')], paused: true })
  await turn()
  expect(phases()).toEqual(['loading', 'paused'])
  for (const expected of [1, 2, 3]) {
    send({ kind: 'step' })
    await turn()
    expect(phases().at(-1)).toBe('paused')
    expect(of('progress').at(-1)?.run.step).toBe(expected)
  }
  send({ kind: 'resume' })
  await turn()
  expect(phases().at(-1)).toBe('finished')
})

test('stepping past the end of a run waits at the start of the next', async () => {
  const { send, turn, of, phases } = world({ steps: 1 })
  send({ kind: 'start', runs: [run('a'), run('b')], paused: true })
  for (let i = 0; i < 2; i++) {
    send({ kind: 'step' })
    await turn()
  }
  expect(of('run-ended')).toHaveLength(1)
  expect(of('run-started').at(-1)?.key).toBe('b')
  expect(phases().at(-1)).toBe('paused')
})

test('a pause keeps the place: resuming gives the same curve as never pausing', async () => {
  const plain = world()
  plain.send(start(run('a')))
  await plain.turn()
  const paused = world()
  paused.send(start(run('a')))
  await paused.turn(() => paused.pulls() >= 4)
  paused.send({ kind: 'pause' })
  await paused.turn()
  paused.send({ kind: 'resume' })
  await paused.turn()
  const curve = (of: ReturnType<typeof world>['of']) => of('progress').flatMap(({ run }) => run.lossPoints)
  expect(curve(paused.of)).toEqual(curve(plain.of))
})

test('divergence ends that run with its step and reason, keeps the curve, and the plan goes on', async () => {
  const diverged: TrainingReport = { status: 'diverged', step: 8, reason: 'the loss is NaN' }
  let trainers = 0
  const { send, turn, of, phases } = world({
    report: (step) => (step === 8 && trainers++ === 0 ? diverged : null),
  })
  send(start(run('a'), run('b')))
  await turn()
  const [a, b] = of('run-ended')
  expect(a?.result).toMatchObject({ outcome: 'diverged', steps: 7, divergence: { step: 8, reason: 'the loss is NaN' } })
  expect(b?.result.outcome).toBe('finished')
  const curve = of('progress').flatMap(({ run }) => (run.key === 'a' ? run.lossPoints : []))
  expect(curve).toHaveLength(7)
  expect(phases().at(-1)).toBe('finished')
})

test('data that do not arrive are a typed failure, and the next start tries again', async () => {
  let attempts = 0
  const { send, turn, of, loaded, phases } = world({
    loadData: async () => {
      if (attempts++ === 0) throw new Error('The images could not be fetched.')
      return loaded
    },
  })
  send(start(run('a')))
  await turn()
  expect(of('failed')[0]?.failure).toMatchObject({ reason: 'data', message: 'The images could not be fetched.' })
  send(start(run('a')))
  await turn()
  expect(phases().at(-1)).toBe('finished')
})

test('stop while loading aborts the load, and what it would have started never starts', async () => {
  let abandoned: AbortSignal | undefined
  let arrive = (_: LoadedData) => {}
  const { send, turn, of, phases, loaded } = world({
    loadData: (_data, _needs, signal) => {
      abandoned = signal
      return new Promise((resolve) => {
        arrive = resolve
      })
    },
  })
  send(start(run('a')))
  send({ kind: 'stop' })
  await turn()
  expect(abandoned?.aborted).toBe(true)
  arrive(loaded)
  await turn()
  expect(phases()).toEqual(['loading', 'stopped'])
  expect(of('run-started')).toEqual([])
})

test('data are loaded once for all runs that ask for the same', async () => {
  let loads = 0
  const { send, turn, loaded } = world({
    loadData: async () => {
      loads++
      return loaded
    },
  })
  send(start(run('a'), run('b'), run('c', { data: { ...data, seed: 2 } })))
  await turn()
  expect(loads).toBe(2)
})

test('what only some runs need is asked for once, for the whole plan', async () => {
  const needs: unknown[] = []
  const { send, turn, loaded } = world({
    loadData: async (_, needed) => {
      needs.push(needed)
      return loaded
    },
  })
  const written = { layer: 'activation', name: 'expression', expression: 'x * x' } as const
  const model: ExperimentSpec['model'] = [{ layer: 'linear', units: 2 }, { layer: 'batch-norm' }, written]
  send(start(run('a'), run('b', { probes: ['gradient-norm'] }), run('c', { model })))
  await turn()
  send(start(run('d')))
  await turn()
  expect(needs).toEqual([
    { written: true, probes: true, rareKernels: true, rareLayers: true },
    { written: false, probes: false, rareKernels: false, rareLayers: false },
  ])
})

test('a trainer that throws is a typed failure, not silence', async () => {
  const { send, turn, of } = world({
    report: (step) => {
      if (step === 3) throw new Error('out of memory')
      return null
    },
  })
  send(start(run('a')))
  await turn()
  expect(of('failed')[0]?.failure).toMatchObject({ reason: 'crash', message: 'out of memory' })
})

test('time counts computing only, and images a second only training steps', async () => {
  // 10 steps of 10 ms, then 10 ms of evaluation and 10 ms of hashing: 100 images in 100 ms.
  const { send, turn, of } = world({ pullMs: 10, steps: 10 })
  send(start(run('a')))
  await turn()
  expect(of('run-ended')[0]?.result).toMatchObject({ elapsedMs: 120, trainingMs: 100, imagesPerSecond: 1000 })
})

test('commands without a plan change nothing', async () => {
  const { send, turn, posts } = world()
  for (const kind of ['pause', 'resume', 'step', 'stop'] as const) send({ kind })
  await turn()
  expect(posts).toEqual([])
})

test('surfaces are drawn four times a second at most while steps fly by, and at each evaluation', async () => {
  const { send, turn, surfaces, clock } = world({ steps: 5000, pullMs: 1 })
  send(start(run('a')))
  await turn()
  expect(surfaces()).toBeLessThanOrEqual(clock() / 250 + 3)
  expect(surfaces()).toBeGreaterThan(10)
})

test('the network is never looked at within a step, where that would spoil its gradients', async () => {
  const { send, turn, pulls, surfaces, drawnWithinStep } = world({ steps: 40, pullMs: 20, heartbeats: 9 })
  send(start(run('a')))
  for (let at = 20; at < 350; at += 37) {
    await turn(() => pulls() >= at)
    send({ kind: 'pause' })
    send({ kind: at % 2 === 0 ? 'resume' : 'step' })
    await turn(() => pulls() >= at + 5)
    send({ kind: 'resume' })
  }
  await turn()
  expect(surfaces()).toBeGreaterThan(10)
  expect(drawnWithinStep()).toBe(0)
})
