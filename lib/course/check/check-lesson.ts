/**
 * Checks one published lesson: its files are there and parse, what its prose
 * points at exists, its versions agree, its length is as promised, its cards and
 * questions lead back into the prose.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '@/lib/course/catalog'
import { readDeck } from '@/lib/course/deck'
import { type LessonExperiment, readExperiments } from '@/lib/course/experiments'
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { loadYamlFile } from '@/lib/course/files/yaml-file'
import type { Heading } from '@/lib/course/prose/lesson-prose'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { readQuestions } from '@/lib/course/questions'
import { cardsFileSchema, quizFileSchema } from '@/lib/course/schema'
import { checkComparisons } from './check-comparisons'
import { checkCards, checkQuestions, duplicates } from './check-items'
import { checkMinutes, checkReadability } from './check-lengths'
import { checkAllIsSaid, checkLessonProse, type LessonProse } from './check-lesson-prose'
import { checkVersions } from './check-versions'
import type { ItemKind, LessonItems } from './content-ids'
import type { LessonTexts } from './lesson-texts'

const FILES = ['lesson.yaml', 'lesson.mdx', 'cards.yaml', 'quiz.yaml', 'experiments', 'versions']

export interface CheckedLesson {
  problems: ContentProblem[]
  items: LessonItems
  /** Of the default text; empty where it cannot be read. */
  headings: readonly Heading[]
}

/** `read`: what readLessonTexts found. */
export function checkLesson(
  root: string,
  lesson: Lesson,
  read: LessonTexts,
  { site, timeline }: Pick<LessonProse, 'site' | 'timeline'>,
): CheckedLesson {
  const problems: ContentProblem[] = []
  const unread: ItemKind[] = []
  const folder = `content/${lesson.folder}`
  const load = <T>(kind: ItemKind, get: () => T[]): T[] => {
    try {
      return get()
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      problems.push(...error.problems)
      unread.push(kind)
      return []
    }
  }
  const at = (name: string) => join(root, lesson.folder, name)
  const cards = load('card', () => loadYamlFile(root, at('cards.yaml'), cardsFileSchema).cards)
  const questions = load('question', () => loadYamlFile(root, at('quiz.yaml'), quizFileSchema).questions)
  const experiments = load('experiment', (): LessonExperiment[] => readExperiments(root, lesson))
  // The same files again, rendered: maths that cannot be set is found here. Their ids are known all the same.
  const known = [...unread]
  if (cards.length > 0) load('card', () => readDeck(root, lesson))
  if (questions.length > 0) load('question', () => readQuestions(root, lesson))

  for (const name of readdirSync(join(root, lesson.folder))) {
    if (FILES.includes(name) || name.startsWith('.')) continue
    const message = `does not belong in a lesson.${suggestName(name, FILES)}`
    problems.push({ file: `${folder}/${name}`, key: null, message })
  }

  const { texts, headings } = read
  const inTexts = [...read.faults]
  for (const { file, tree, headings: own } of texts) {
    const prose = { file, tree, headings: own, lesson, cards, questions, experiments, site, timeline }
    inTexts.push(...checkLessonProse(prose), ...(own === headings ? checkAllIsSaid(prose) : []))
    problems.push(...checkReadability(file, tree))
  }
  problems.push(...inTexts, ...checkMinutes(`${folder}/lesson.yaml`, lesson.minutes, texts))
  problems.push(...strayVersions(root, lesson))
  // Faults in one text would come back as differences from the other.
  if (inTexts.length === 0) problems.push(...checkVersions(texts))
  problems.push(...checkCards(`${folder}/cards.yaml`, cards, { headings: headings ?? [], site }))
  problems.push(...checkQuestions(`${folder}/quiz.yaml`, questions, { headings: headings ?? [], site }))
  problems.push(...checkComparisons(folder, experiments))
  problems.push(...duplicates(`${folder}/lesson.yaml`, 'sources', lesson.sources))
  const items = { lesson, cards, questions, experiments: experiments.map(({ id }) => id), unread: known }
  return { problems, items, headings: headings ?? [] }
}

/** Files in versions/ that lesson.yaml does not name, and a default version that is named twice. */
function strayVersions(root: string, lesson: Lesson): ContentProblem[] {
  const known = Object.keys(lesson.versions)
  const folder = join(root, lesson.folder, 'versions')
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []
  const problems = found
    .filter((name) => !known.includes(name.replace(/\.mdx$/, '')) || !name.endsWith('.mdx'))
    .map((name) => ({
      file: `content/${lesson.folder}/versions/${name}`,
      key: null,
      message: `lesson.yaml names no such version.${suggestName(name.replace(/\.mdx$/, ''), known)}`,
    }))
  if (!known.includes(lesson.defaultVersion)) return problems
  const message = `"${lesson.defaultVersion}" is the default version, whose text is lesson.mdx. Take it out of versions.`
  return [
    ...problems,
    { file: `content/${lesson.folder}/lesson.yaml`, key: `versions.${lesson.defaultVersion}`, message },
  ]
}
