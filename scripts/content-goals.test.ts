/**
 * A task that a lesson sets is a fair one: what stands there does not meet it, nor does what the text warns of, and what
 * the text leads to does, with every seed. Trained here as the widget trains it.
 */
import { describe, expect, test } from 'vitest'
import { goalVerdict } from '@/components/lab/playground/goal-verdict'
import { layerOf, type PlaygroundSettings, planOf } from '@/components/lab/playground/playground-spec'
import { getCatalog, originalsOf } from '@/lib/course/catalog'
import { contentRoot } from '@/lib/course/files/content-root'
import { readProse } from '@/lib/course/lesson-page'
import { checkVocabulary } from '@/lib/course/prose/check-vocabulary'
import { parseProse } from '@/lib/course/prose/lesson-prose'
import { listVersions } from '@/lib/course/versions'
import { buildDataset, createTrainer, type EvaluatedReport } from '@/lib/engine'
import { decodeSettings } from '@/lib/lab/decode-link'
import { parseGoal } from '@/lib/lab/goal'
import { nodeBackend } from '@/lib/training/hardware/node-backend'

type Change = Partial<PlaygroundSettings>
const layers = (name: Parameters<typeof layerOf>[1], ...units: number[]): Change => ({
  layers: units.map((count) => layerOf(count, name)),
})

/** By lesson: changes that do not lead there, and changes that do. */
const TRIED: Record<string, { misses: Record<string, Change>; meets: Record<string, Change> }> = {
  bend: {
    misses: {
      'more straight layers': layers('linear', 4, 4, 4),
      'a higher rate': { lr: 0.1 },
      'a unit less': layers('relu', 3),
    },
    meets: { ReLU: layers('relu', 4), tanh: layers('tanh', 4) },
  },
  choosing: {
    misses: { 'a lower rate': { lr: 0.003 }, 'a higher rate': { lr: 0.03 } },
    meets: {
      ReLU: layers('relu', 8, 8),
      'leaky ReLU': layers('leaky-relu', 8, 8),
      tanh: layers('tanh', 8, 8),
      ELU: layers('elu', 8, 8),
      Swish: layers('swish', 8, 8),
      GELU: layers('gelu', 8, 8),
    },
  },
}

const tasks = originalsOf(getCatalog())
  .filter(({ status }) => status === 'published')
  .flatMap((lesson) =>
    listVersions(lesson).flatMap(({ name, file }) =>
      checkVocabulary(parseProse(readProse(contentRoot(), lesson, file)))
        .uses.filter(({ tag, props }) => tag === 'Playground' && props.goal !== undefined)
        .map(({ props }) => ({
          id: lesson.id,
          version: name,
          goal: String(props.goal),
          settings: String(props.settings ?? ''),
        })),
    ),
  )

test('every lesson that sets a task is tried here, and every one that is tried sets a task', () => {
  expect(new Set(tasks.map(({ id }) => id))).toEqual(new Set(Object.keys(TRIED)))
})

describe.each(tasks)('the task of $id, $version: $goal', ({ id, goal, settings }) => {
  const start = decodeSettings('playground', settings).state.settings as PlaygroundSettings
  const { misses = {}, meets = {} } = TRIED[id] ?? {}

  test.each([['nothing', {}], ...Object.entries(misses)])('%s changed does not meet it', (_, change) => {
    expect(verdict(goal, { ...start, ...change })).toMatchObject({ is: 'open' })
  })

  test.each(Object.entries(meets))('%s meets it', (_, change) => {
    expect(verdict(goal, { ...start, ...change })).toMatchObject({ is: 'reached' })
  })
})

function verdict(goal: string, settings: PlaygroundSettings) {
  const planned = planOf(settings, null)
  if ('problem' in planned) throw new Error(planned.problem)
  const { spec } = planned.plan
  const dataset = buildDataset(spec.data)
  const runs = spec.seeds.map((seed) => {
    const evaluations: EvaluatedReport[] = []
    for (const report of createTrainer({ spec, seed, dataset, backend: nodeBackend() }).run()) {
      if (report.status === 'evaluated' && report.epoch > 0) evaluations.push(report)
    }
    return { evaluations }
  })
  return goalVerdict(parseGoal(goal), settings, runs)
}
