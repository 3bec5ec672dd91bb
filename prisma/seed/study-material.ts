import { findLessonById } from '@/lib/course/catalog'
import { loadDeck } from '@/lib/course/deck'
import { loadExperiments } from '@/lib/course/experiments'
import { loadQuestions } from '@/lib/course/questions'
import { buildDataset, costOf, createTrainer, type ExperimentSpec } from '@/lib/engine'
import type { Run } from '@/lib/events/event'
import type { StudyMaterial } from './diary'

const LESSON = 'relu'
const EXPERIMENT = 'relu.calm'

/** Trains the experiment for its first seed: what a demo account shows is a run that can be repeated. */
function train(spec: ExperimentSpec, clock: () => number): Run {
  const [seed = 0] = spec.seeds
  const dataset = buildDataset(spec.data)
  const started = clock()
  const accuracy: [number, number][] = []
  const loss: [number, number][] = []
  for (const report of createTrainer({ spec, seed, dataset }).run()) {
    if (report.status === 'evaluated') {
      if (report.validation.accuracy !== null) accuracy.push([report.step, report.validation.accuracy])
      loss.push([report.step, report.validation.loss])
    }
    if (report.status === 'diverged') throw new Error(`${EXPERIMENT} diverged at step ${report.step}: ${report.reason}`)
    if (report.status !== 'finished') continue
    const { step, numerics, weightHash, validation } = report
    return {
      ...{ spec: { ...spec }, seed, numerics, dataHash: dataset.hash, outcome: 'finished', steps: step, weightHash },
      ...{ validation, elapsedMs: Math.round(clock() - started), multiplyAdds: costOf(spec).multiplyAddsPerExample },
      curves: { loss: loss.slice(-200), accuracy: accuracy.slice(-200) },
    }
  }
  throw new Error(`${EXPERIMENT} ended without a result.`)
}

/** The flagship lesson as the scenarios need it; throws when the content has none of that name. */
export async function loadStudyMaterial(clock: () => number): Promise<StudyMaterial> {
  const lesson = findLessonById(LESSON)
  const experiment = loadExperiments(LESSON).find(({ id }) => id === EXPERIMENT)
  if (!lesson || !experiment) throw new Error(`The content has no lesson ${LESSON} with an experiment ${EXPERIMENT}.`)
  const questions = loadQuestions(LESSON).map(({ id, version, options }) => ({
    id,
    version,
    right: options.filter(({ correct }) => correct).map((option) => option.id),
    wrong: options
      .filter(({ correct }) => !correct)
      .slice(0, 1)
      .map((option) => option.id),
  }))
  return {
    lesson: { id: lesson.id, version: lesson.defaultVersion },
    cards: (await loadDeck(LESSON)).map(({ id, version }) => ({ id, version })),
    questions,
    run: { item: { id: EXPERIMENT, version: 'seed' }, payload: train(experiment.spec, clock) },
  }
}
