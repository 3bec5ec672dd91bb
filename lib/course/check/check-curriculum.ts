/**
 * Checks `docs/curriculum.md` against the lessons: every objective of every
 * published lesson has a row, and every section, card, question and experiment
 * that a row names exists. A lesson that cannot be read says so elsewhere.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '@/lib/course/catalog'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { localIdOf } from '@/lib/course/ids'
import { suggestName } from '@/lib/course/prose/nearest-name'
import type { CheckedLesson } from './check-lesson'
import { CURRICULUM_COLUMNS, type CurriculumColumn, type CurriculumLesson, parseCurriculum } from './curriculum'

const FILE = 'docs/curriculum.md'

/** Beside the content folder, since it says something about lessons and is no part of them. */
export function curriculumPath(root: string): string {
  return join(root, '..', FILE)
}

const COLUMNS: Record<CurriculumColumn, { what: string; where: string }> = {
  section: { what: 'section', where: 'lesson.mdx has no heading with the anchor' },
  cards: { what: 'card', where: 'cards.yaml has no card' },
  questions: { what: 'question', where: 'quiz.yaml has no question' },
  experiments: { what: 'experiment', where: 'experiments/ has no recipe' },
}

/** `lost`: lessons with a fault in lesson.yaml, of which nothing is known but perhaps the id. */
export function checkCurriculum(
  root: string,
  lessons: readonly CheckedLesson[],
  lost: readonly { id: string | null }[],
): ContentProblem[] {
  const path = curriculumPath(root)
  if (!existsSync(path)) {
    return [{ file: FILE, key: null, message: 'is missing. Create it as content/README.md shows.' }]
  }
  const { lessons: listed, faults } = parseCurriculum(readFileSync(path, 'utf8'))
  const ids = lessons.map(({ items }) => items.lesson.id)
  const problems = faults.map(({ line, message }): ContentProblem => ({ file: FILE, key: `${line}:1`, message }))
  listed.forEach(({ id, line }, index) => {
    const first = listed.findIndex((other) => other.id === id)
    if (first < index) {
      const message = `the lesson "${id}" already stands in line ${listed[first]?.line}. Put its rows together.`
      problems.push({ file: FILE, key: `${line}:1`, message })
    } else if (!ids.includes(id) && !lost.some((lesson) => lesson.id === id)) {
      const message = `there is no published lesson "${id}".${suggestName(id, ids)}`
      problems.push({ file: FILE, key: `${line}:1`, message })
    }
  })
  for (const lesson of lessons) {
    const found = listed.find(({ id }) => id === lesson.items.lesson.id)
    if (found !== undefined && found.rows.length > 0) problems.push(...checkRows(found, lesson))
    else {
      const message =
        'the lesson has no table here. Say for each objective where it is taught, asked and shown, as content/README.md shows.'
      problems.push({ file: FILE, key: lesson.items.lesson.id, message })
    }
  }
  return problems
}

function checkRows({ id, rows }: CurriculumLesson, checked: CheckedLesson): ContentProblem[] {
  const { objectives } = checked.items.lesson
  const known = knownIds(checked)
  const problems: ContentProblem[] = []
  objectives.forEach((objective, index) => {
    const key = `${id}.objectives[${index}]`
    const written = rows.filter((row) => row.objective === objective)
    const [row] = written
    if (row === undefined) {
      problems.push({
        file: FILE,
        key,
        message: `"${objective}" has no row. Give it one, in the words of lesson.yaml.`,
      })
      return
    }
    const add = (message: string) =>
      problems.push({ file: FILE, key, message: `"${objective}" ${message} (line ${row.line})` })
    if (written.length > 1) add('has more than one row. Make one of them.')
    for (const column of CURRICULUM_COLUMNS) {
      const { what, where } = COLUMNS[column]
      const among = known[column]
      if (row.ids[column].length === 0) add(`has no ${what}. Name at least one, between backticks.`)
      for (const name of row.ids[column]) {
        if (among === null || among.includes(name)) continue
        add(`names what is not there: ${where} "${name}".${suggestName(name, among)}`)
      }
    }
  })
  for (const { objective, line } of rows) {
    if (objectives.includes(objective)) continue
    const message = `"${objective}" is no objective of the lesson.${suggestName(objective, objectives)} Write it as lesson.yaml does.`
    problems.push({ file: FILE, key: `${id} (line ${line})`, message })
  }
  return problems
}

/** Null for what could not be read: nobody knows what is in it. */
function knownIds({ items, headings }: CheckedLesson): Record<CurriculumColumn, readonly string[] | null> {
  const { cards, questions, experiments, unread } = items
  return {
    section: headings.length === 0 ? null : headings.map(({ anchor }) => anchor),
    cards: unread.includes('card') ? null : cards.map(({ id }) => id),
    questions: unread.includes('question') ? null : questions.map(({ id }) => id),
    experiments: unread.includes('experiment') ? null : experiments.map((id) => localIdOf(id) ?? id),
  }
}

/** What an author appends for a new lesson: every objective with the same places, to be told apart as they are written. */
export function curriculumRows(
  lesson: Pick<Lesson, 'id' | 'objectives'>,
  ids: Record<CurriculumColumn, readonly string[]>,
): string {
  const cell = (column: CurriculumColumn) =>
    ids[column].map((id) => (column === 'section' ? `\`#${id}\`` : `\`${id}\``)).join(' ')
  const rows = lesson.objectives.map((objective) =>
    ['', objective.replaceAll('|', '\\|'), ...CURRICULUM_COLUMNS.map(cell), ''].join(' | ').trim(),
  )
  return [
    '',
    `## ${lesson.id}`,
    '',
    '| objective | section | cards | questions | experiments |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
