/**
 * Trains every experiment of every lesson, with every seed it names, and checks every claim the lesson makes about it, or
 * about it and another.
 * Those on CIFAR-10 want its files: CIFAR10_DIR, or ../shared/cifar10; without them they are skipped, and fail on CI.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { getCatalog, lessonsOf } from '@/lib/course/catalog'
import { type LessonExperiment, loadExperiments } from '@/lib/course/experiments'
import { type Cifar10, parseCifar10 } from '@/lib/engine'
import { brokenClaims } from './lessons/broken-claims'
import { createLessonRuns } from './lessons/lesson-runs'

const root = path.resolve(import.meta.dirname, '..')
const cifar10Folder = [process.env.CIFAR10_DIR, path.join(root, '../shared/cifar10')].find(
  (folder) => folder !== undefined && existsSync(path.join(folder, 'data_batch_1.bin')),
)

const experiments = lessonsOf(getCatalog())
  .filter((lesson) => lesson.href === lesson.canonicalHref)
  .flatMap((lesson) => loadExperiments(lesson.id))
const onImages = experiments.filter(({ spec }) => spec.data.kind === 'cifar10')
const onMadeData = experiments.filter(({ spec }) => spec.data.kind !== 'cifar10')

const began = process.cpuUsage()
const runsOf = createLessonRuns(experiments, loadCifar10)

const byId = (list: LessonExperiment[]) => list.map((experiment) => [experiment.id, experiment] as const)

test.each(byId(onMadeData))(
  '%s: every claim holds when the recipe is trained',
  (_id, experiment) => {
    expect(brokenClaims(experiment, runsOf)).toEqual([])
  },
  60_000,
)

test.skipIf(cifar10Folder === undefined && process.env.CI !== 'true').each(byId(onImages))(
  '%s: every claim holds when the recipe is trained on CIFAR-10',
  (_id, experiment) => {
    expect(brokenClaims(experiment, runsOf)).toEqual([])
  },
  180_000,
)

/** Of the processor's time, which a machine that does something else as well does not lengthen. */
test('all of them together take less than three minutes', () => {
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1e6).toBeLessThan(180)
})

function loadCifar10(): Cifar10 {
  if (cifar10Folder === undefined) throw new Error('CIFAR-10 is missing; set CIFAR10_DIR to a folder with its files.')
  const names = readdirSync(cifar10Folder).filter((name) => /^(data_batch_\d|test_batch)\.bin$/.test(name))
  return parseCifar10(names.map((name) => ({ name, bytes: readFileSync(path.join(cifar10Folder, name)) })))
}
