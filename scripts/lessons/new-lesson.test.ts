/** What `npm run new:lesson` writes passes every check as it stands, and what it refuses it refuses in one sentence. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { buildCatalog, originalsOf } from '@/lib/course/catalog'
import { checkContent } from '@/lib/course/check/check-content'
import { findPlaceholders } from '@/lib/course/check/placeholders'
import { LESSON, plantTree } from '@/lib/course/check/testing/planted-tree'
import { readExperiments } from '@/lib/course/experiments'
import { describeProblem } from '@/lib/course/files/content-error'
import { listSnippets } from '@/scripts/snippets/lesson-snippets'
import { findPython, runSnippets } from '@/scripts/snippets/run-snippets'
import { brokenClaims } from './broken-claims'
import { lockIds } from './lock-ids'
import { planLesson } from './plan-lesson'
import { writeLesson } from './write-lesson'

function newLesson(root: string, chapter: string, slug: string) {
  const plan = planLesson(root, chapter, slug)
  if ('refusal' in plan) throw new Error(plan.refusal)
  writeLesson(root, plan)
  const lesson = originalsOf(buildCatalog(root).catalog).find(({ id }) => id === plan.id)
  if (lesson === undefined) throw new Error(`No lesson "${plan.id}" came of it.`)
  return lesson
}

const problemsOf = (root: string) => checkContent(root).problems.map(describeProblem)

describe('a new lesson', () => {
  const root = plantTree()
  const lesson = newLesson(root, 'bends', 'two-kinds-of-error')

  test('takes the next number and its name as id', () => {
    expect(lesson).toMatchObject({
      id: 'two-kinds-of-error',
      title: 'Two kinds of error',
      folder: 'demo/01-bends/03-two-kinds-of-error',
      status: 'published',
      position: 3,
    })
  })

  test('has no fault but that its ids are new, and none once they are locked', () => {
    expect(problemsOf(root).filter((line) => !/^content\/ids\.lock: .*: is new\./.test(line))).toEqual([])
    expect(lockIds(root)).toMatchObject({ faults: [], lost: [], added: 6 })
    expect(problemsOf(root)).toEqual([])
  })

  test('makes a claim that holds when its recipe is trained', () => {
    const experiments = readExperiments(root, lesson)
    expect(experiments.map(({ spec, claims }) => [spec.seeds.length, claims.length])).toEqual([[3, 1]])
    expect(experiments.flatMap((experiment) => brokenClaims(experiment))).toEqual([])
  })

  test('has snippets of both languages that run, or parse where their library is missing', () => {
    const snippets = listSnippets(root)
    expect(snippets.map(({ language }) => language)).toEqual(['PyTorch', 'Keras'])
    const python = findPython()
    const results = python === null ? [] : runSnippets(python, snippets, inject('testFolder'))
    expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  }, 60_000)

  test('says in every file what is to be written, line by line', () => {
    const left = findPlaceholders(root, buildCatalog(root).catalog)
    const files = [...new Set(left.map(({ file }) => file.replace(`content/${lesson.folder}/`, '')))]
    expect(files).toEqual(['cards.yaml', 'experiments/first-run.yaml', 'lesson.mdx', 'lesson.yaml', 'quiz.yaml'])
    expect(left.map(describeProblem)).toContain(`content/${lesson.folder}/cards.yaml: 3:13: [to write: one question]`)
  })
})

test('a lesson that was planned keeps its number, its id and what was planned', () => {
  const later = 'demo/01-bends/02-later'
  const root = plantTree({
    [`${later}/lesson.yaml`]: (text) =>
      `${text.replace('id: later', 'id: afterwards')}tags: [training]\nlevel: advanced\nobjectives: ['Say "why: this".', Say how | when.]\n`,
    [`${LESSON}/lesson.yaml`]: (text) => text.replace('[later]', '[afterwards]'),
    'timeline.yaml': (text) => text.replace('[later]', '[afterwards]'),
  })
  const lesson = newLesson(root, 'demo/01-bends', 'later')
  expect(lesson).toMatchObject({
    ...{ id: 'afterwards', folder: later, status: 'published', title: 'Something later', level: 'advanced' },
    ...{ summary: 'Planned, and not yet written.', tags: ['training'], concepts: ['slope'], position: 2 },
    objectives: ['Say "why: this".', 'Say how | when.'],
  })
  expect(lockIds(root)).toMatchObject({ faults: [], lost: [] })
  expect(problemsOf(root)).toEqual([])
})

test('the comments of the skeleton stay, for the author', () => {
  const root = plantTree()
  const { folder } = newLesson(root, 'bends', 'new')
  expect(readFileSync(join(root, folder, 'lesson.yaml'), 'utf8')).toContain('# honest, experiments included')
})

test.each(['bends', '01-bends', 'demo/01-bends', 'demo/bends', 'content/demo/01-bends', 'content/demo/01-bends/'])(
  'the chapter may be called %s',
  (name) => {
    expect(planLesson(plantTree(), name, 'new')).toEqual({ id: 'new', folder: 'demo/01-bends/03-new', planned: null })
  },
)

const twin = {
  'other/course.yaml': () => 'id: other\ntitle: Another course\nsummary: A course with a chapter of the same name.\n',
  'other/01-bends/chapter.yaml': () => 'id: more-bends\ntitle: Bends\nsummary: A chapter of the same name.\n',
}

test.each<[string, string, string, string, Record<string, (text: string) => string>?]>([
  ['an unknown chapter', 'bend', 'new', 'There is no chapter "bend". Did you mean "bends"?'],
  [
    'a chapter of two courses',
    'bends',
    'new',
    '"bends" is the name of 2 chapters. Write the folder: demo/01-bends and other/01-bends.',
    twin,
  ],
  [
    'capitals and blanks',
    'bends',
    'My Lesson',
    '"My Lesson" cannot be an address. Write lower-case words joined by hyphens, such as "my-lesson".',
  ],
  [
    'no letter at all',
    'bends',
    '…',
    '"…" cannot be an address. Write lower-case words joined by hyphens, such as "two-kinds-of-error".',
  ],
  ['a way out of the folder', 'bends', '../new', '"../new" cannot be an address.'],
  ['nothing', 'bends', '', '"" cannot be an address.'],
  ['a number', 'bends', '03-new', 'Leave the number of "03-new" away: write "new", it gets the next.'],
  ['a name too long to be an id', 'bends', `a${'-b'.repeat(40)}`, `"a${'-b'.repeat(40)}" is too long.`],
  [
    'a name that is taken in the chapter',
    'bends',
    'relu',
    'The chapter "bends" has a lesson "relu", in demo/01-bends/01-relu. Choose another name.',
  ],
  [
    'a name that a lesson borrowed from elsewhere has',
    'bends',
    'again',
    'The chapter "bends" has a lesson "again", in demo/01-bends/03-again.',
    { 'demo/01-bends/03-again/lesson.yaml': () => 'sameAs: relu\n' },
  ],
  [
    'the name of a lesson that cannot be read',
    'bends',
    'broken',
    'The lesson "broken" is there already, and its lesson.yaml has faults.',
    { 'demo/01-bends/03-broken/lesson.yaml': () => 'id: broken\n' },
  ],
  [
    'the id of a lesson in another chapter',
    'other',
    'relu',
    '"relu" is the id of the lesson in demo/01-bends/01-relu, and ids are unique.',
    { 'demo/02-other/chapter.yaml': () => 'id: other\ntitle: Others\nsummary: Another chapter of the course.\n' },
  ],
  [
    'an id of long ago',
    'bends',
    'gone',
    '"gone" was once the id of a lesson, and ids are never reused.',
    { 'ids.lock': (text) => `${text}lesson gone\n` },
  ],
  [
    'a chapter that is full',
    'bends',
    'new',
    'demo/01-bends is full: its last number is 99.',
    {
      'demo/01-bends/99-last/lesson.yaml': () =>
        'id: last\nstatus: planned\ntitle: The last\nsummary: The last there can be.\n',
    },
  ],
])('refused: %s', (_title, chapter, slug, refusal, changes = {}) => {
  const plan = planLesson(plantTree(changes), chapter, slug)
  expect('refusal' in plan ? plan.refusal.slice(0, refusal.length) : plan).toBe(refusal)
})

test('the lock is not written while content has faults, and never loses an id', () => {
  const root = plantTree({ [`${LESSON}/cards.yaml`]: (text) => text.replace("back: '$", "back: '$\\nothing ") })
  newLesson(root, 'bends', 'new')
  const before = readFileSync(join(root, 'ids.lock'), 'utf8')
  expect(lockIds(root).faults.map(({ key }) => key)).toEqual(['cards[0].back'])
  expect(readFileSync(join(root, 'ids.lock'), 'utf8')).toBe(before)

  const lossy = plantTree({ 'ids.lock': (text) => `${text}card relu.gone\n` })
  expect(lockIds(lossy).lost).toHaveLength(1)
  expect(readFileSync(join(lossy, 'ids.lock'), 'utf8')).toContain('card relu.gone\n')
})
