/**
 * Checks one published lesson: its files are there and parse, what its prose
 * points at exists, its versions agree, its cards and questions lead back into
 * the prose.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '@/lib/course/catalog'
import { readDeck } from '@/lib/course/deck'
import { type LessonExperiment, readExperiments } from '@/lib/course/experiments'
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { loadYamlFile } from '@/lib/course/files/yaml-file'
import { readProse } from '@/lib/course/lesson-page'
import { type Heading, headingsOf, parseProse } from '@/lib/course/prose/lesson-prose'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { readingMinutes } from '@/lib/course/prose/reading-time'
import { readQuestions } from '@/lib/course/questions'
import { type CardText, cardsFileSchema, type QuestionText, quizFileSchema } from '@/lib/course/schema'
import { listVersions } from '@/lib/course/versions'
import { checkAllIsSaid, checkLessonProse, type LessonProse } from './check-lesson-prose'
import type { VersionProse } from './check-sections'
import { checkVersions } from './check-versions'
import type { LessonItems } from './content-ids'

const FILES = ['lesson.yaml', 'lesson.mdx', 'cards.yaml', 'quiz.yaml', 'experiments', 'versions']

export function checkLesson(
  root: string,
  lesson: Lesson,
  site: Pick<LessonProse, 'pages' | 'timeline'>,
): { problems: ContentProblem[]; items: LessonItems } {
  const problems: ContentProblem[] = []
  const folder = `content/${lesson.folder}`
  const collect = <T>(read: () => T, otherwise: T): T => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      problems.push(...error.problems)
      return otherwise
    }
  }
  const load = (name: string) => join(root, lesson.folder, name)
  const cards = collect(() => loadYamlFile(root, load('cards.yaml'), cardsFileSchema).cards, [])
  const questions = collect(() => loadYamlFile(root, load('quiz.yaml'), quizFileSchema).questions, [])
  const experiments = collect((): LessonExperiment[] => readExperiments(root, lesson), [])
  // The same files again, rendered: maths that cannot be set is found here.
  if (cards.length > 0) collect(() => readDeck(root, lesson), [])
  if (questions.length > 0) collect(() => readQuestions(root, lesson), [])

  for (const name of readdirSync(join(root, lesson.folder))) {
    if (FILES.includes(name) || name.startsWith('.')) continue
    problems.push({
      file: `${folder}/${name}`,
      key: null,
      message: `does not belong in a lesson.${suggestName(name, FILES)}`,
    })
  }

  const versions: VersionProse[] = []
  const texts = listVersions(lesson)
  for (const { name, file: path } of texts) {
    const file = `${folder}/${path}`
    if (!existsSync(load(path))) {
      problems.push({ file, key: null, message: 'is missing; a published lesson has its text here.' })
      continue
    }
    try {
      const tree = parseProse(readProse(root, lesson, path))
      const prose = { file, tree, headings: headingsOf(tree), lesson, cards, questions, experiments, ...site }
      versions.push({ name, file, tree })
      const reading = readingMinutes(tree)
      if (reading > lesson.minutes) {
        const message = `${lesson.minutes} minutes, experiments included, are fewer than the ${reading} that reading ${path} takes.`
        problems.push({ file: `${folder}/lesson.yaml`, key: 'minutes', message })
      }
      problems.push(...checkLessonProse(prose), ...(path === texts[0].file ? checkAllIsSaid(prose) : []))
    } catch (error) {
      problems.push({ file, key: placeOf(error), message: error instanceof Error ? error.message : String(error) })
    }
  }
  problems.push(...strayVersions(root, lesson))
  // Faults in one text would come back as differences from the other.
  if (problems.length === 0) problems.push(...checkVersions(versions))

  const headings = versions[0]?.name === lesson.defaultVersion ? headingsOf(versions[0].tree) : []
  problems.push(...checkCards(`${folder}/cards.yaml`, cards, headings))
  problems.push(...checkQuestions(`${folder}/quiz.yaml`, questions, headings))
  problems.push(...duplicates(`${folder}/lesson.yaml`, 'sources', lesson.sources))
  return { problems, items: { lesson, cards, questions, experiments: experiments.map(({ id }) => id) } }
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

function checkCards(file: string, cards: readonly CardText[], headings: readonly Heading[]): ContentProblem[] {
  return [...duplicates(file, 'cards', cards), ...lostPassages(file, 'cards', cards, headings)]
}

function checkQuestions(
  file: string,
  questions: readonly QuestionText[],
  headings: readonly Heading[],
): ContentProblem[] {
  const problems = [
    ...duplicates(file, 'questions', questions),
    ...lostPassages(file, 'questions', questions, headings),
  ]
  questions.forEach(({ kind, options }, index) => {
    const key = `questions[${index}].options`
    const right = options.filter((option) => option.correct).length
    if (kind === 'single' && right !== 1) {
      const message = `a single-choice question has exactly one correct option; here are ${right}. Mark one, or make it multiple.`
      problems.push({ file, key, message })
    }
    if (kind === 'multiple' && right === 0) {
      problems.push({ file, key, message: 'no option is correct. Mark at least one.' })
    }
    problems.push(...duplicates(file, key, options))
  })
  return problems
}

function duplicates(file: string, list: string, items: readonly { id: string }[]): ContentProblem[] {
  return items.flatMap(({ id }, index) => {
    const first = items.findIndex((other) => other.id === id)
    if (first === index) return []
    return [
      {
        file,
        key: `${list}[${index}].id`,
        message: `"${id}" is already the id of ${list}[${first}]. Give it its own.`,
      },
    ]
  })
}

function lostPassages(
  file: string,
  list: string,
  items: readonly { passage: string }[],
  headings: readonly Heading[],
): ContentProblem[] {
  const anchors = headings.map((heading) => heading.anchor)
  return items.flatMap(({ passage }, index) => {
    if (anchors.includes(passage) || anchors.length === 0) return []
    const message = `lesson.mdx has no heading with the anchor "${passage}".${suggestName(passage, anchors)}`
    return [{ file, key: `${list}[${index}].passage`, message }]
  })
}

/** `12:4` of an MDX syntax error. */
function placeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const { line, column } = error as { line?: unknown; column?: unknown }
  return typeof line === 'number' ? `${line}:${typeof column === 'number' ? column : 1}` : null
}
