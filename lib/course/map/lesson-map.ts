/**
 * The map of one lesson: its sections, the ideas it teaches with the other
 * lessons that teach them, what comes before and after, and what can be done.
 */
import type { Lesson } from '@/lib/course/catalog'
import type { Concept } from '@/lib/course/concepts'
import { listFollowers, listTeachers } from '@/lib/course/lesson-neighbours'
import { conceptNode, lessonNode } from './lesson-nodes'
import { type MapNode, type MindMap, mapNode } from './mind-map'

export interface LessonMapParts {
  lesson: Lesson
  headings: readonly { depth: number; title: string; anchor: string }[]
  cards: number
  questions: number
  /** Every lesson once. */
  lessons: readonly Lesson[]
  concepts: ReadonlyMap<string, Concept>
  glossary: ReadonlyMap<string, string>
}

export function lessonMap(parts: LessonMapParts): MindMap {
  const { lesson, headings, lessons, concepts, glossary } = parts
  const before = lessons.filter(({ id }) => lesson.prerequisites.includes(id))
  const after = listFollowers(lesson, lessons)
  const ideas = lesson.concepts.flatMap((id) => concepts.get(id) ?? [])
  const root = lessonNode(lesson)
  const groups = [
    group(
      'before',
      'Before it',
      'Lessons that this one builds on.',
      before.map((other) => lessonNode(other, 'before')),
    ),
    group(
      'ideas',
      'What it teaches',
      'Its ideas, and where else they turn up.',
      ideas.map((concept) => {
        const node = conceptNode(concept, { parent: 'ideas', glossary, fallback: lesson.href })
        const others = listTeachers(concept.id, lesson, lessons).slice(0, 4)
        return { ...node, children: others.map((other) => lessonNode(other, `${node.id}/lesson`)) }
      }),
    ),
    group(
      'sections',
      'Its sections',
      'The lesson’s own way through the matter.',
      headings
        .filter(({ depth }) => depth === 2)
        .map(({ title, anchor }) =>
          mapNode({ id: `section:${anchor}`, kind: 'section', title, href: `${lesson.href}#${anchor}` }),
        ),
    ),
    group('practice', 'Make it stick', 'What to do once you have read it.', practiceOf(parts)),
    group(
      'after',
      'After it',
      'Lessons that build on this one.',
      after.map((other) => lessonNode(other, 'after')),
    ),
  ]
  return {
    title: lesson.title,
    root: { ...root, kind: 'subject', children: groups.filter(({ children }) => children.length > 0) },
    links: linkIdeas(ideas),
  }
}

function group(id: string, title: string, detail: string, children: MapNode[]): MapNode {
  return mapNode({ id, kind: 'group', title, detail, children })
}

function practiceOf({ lesson, cards, questions }: LessonMapParts): MapNode[] {
  return [
    { path: 'flashcards', title: 'Flashcards', detail: `A deck of ${cards} cards that come back before you forget.` },
    { path: 'quiz', title: 'Quiz', detail: `${questions} questions, each answer explained.` },
  ].map(({ path, title, detail }) =>
    mapNode({ id: `page:${path}`, kind: 'page', title, detail, href: `${lesson.href}/${path}` }),
  )
}

function linkIdeas(ideas: readonly Concept[]) {
  const node = (id: string) => `ideas/concept:${id}`
  const here = new Set(ideas.map(({ id }) => id))
  return ideas.flatMap(({ id, buildsOn, see }) => [
    ...buildsOn
      .filter((other) => here.has(other))
      .map((other) => ({ from: node(other), to: node(id), kind: 'builds-on' as const })),
    ...see
      .filter((other) => here.has(other))
      .map((other) => ({ from: node(other), to: node(id), kind: 'shares' as const })),
  ])
}
