/** The map of the site: courses, their chapters with every lesson as a bead, and the challenges. */
import { type Catalog, type Chapter, type Course, lessonsOf } from '@/lib/course/catalog'
import { lessonNode } from './lesson-nodes'
import { type MapLink, type MapNode, type MindMap, mapNode } from './mind-map'

export interface MapChallenge {
  id: string
  title: string
  summary: string
  href: string
}

export function siteMap(catalog: Catalog, challenges: readonly MapChallenge[]): MindMap {
  const chapters = catalog.courses.flatMap((course) => course.chapters)
  const open = lessonsOf(catalog).filter(({ status }) => status === 'published').length
  const [first = [], others = []] = [catalog.courses.slice(0, 1), catalog.courses.slice(1)].map((courses) =>
    courses.map(courseNode),
  )
  const root = mapNode({
    id: 'site',
    kind: 'site',
    title: 'Nonlinear',
    detail: `${catalog.courses.length} courses, ${chapters.length} chapters; ${open} of ${lessonsOf(catalog).length} lessons are written.`,
    href: '/',
    // Between the courses, so that the longest of them has one side of the map to itself.
    children: [...first, challengesNode(challenges), ...others],
  })
  return { title: 'The whole site', root, links: linkChapters(chapters) }
}

function courseNode({ id, title, summary, href, chapters }: Course): MapNode {
  return mapNode({
    ...{ id: `course:${id}`, kind: 'course', title, detail: summary, href },
    children: chapters.map((chapter) =>
      mapNode({
        ...{ id: `chapter:${chapter.id}`, kind: 'chapter', title: chapter.title, href: chapter.href },
        detail: chapter.summary,
        children: chapter.lessons.map((lesson) => lessonNode(lesson, `chapter:${chapter.id}/lesson`)),
      }),
    ),
  })
}

function challengesNode(challenges: readonly MapChallenge[]): MapNode {
  return mapNode({
    ...{ id: 'challenges', kind: 'group', title: 'Challenges', href: '/challenges' },
    detail: 'A decision to make and to defend with runs of your own.',
    children: challenges.map(({ id, title, summary, href }) =>
      mapNode({ id: `challenge:${id}`, kind: 'page', title, detail: summary, href }),
    ),
  })
}

/** Chapters are linked where one asks for a lesson of the other, or where both teach the same idea. */
function linkChapters(chapters: readonly Chapter[]): MapLink[] {
  const node = (chapter: Chapter) => `chapter:${chapter.id}`
  const needs = (one: Chapter, other: Chapter) =>
    one.lessons.some(({ prerequisites }) => other.lessons.some(({ id }) => prerequisites.includes(id)))
  const shares = (one: Chapter, other: Chapter) =>
    one.lessons.some(({ concepts }) =>
      other.lessons.some((lesson) => lesson.concepts.some((id) => concepts.includes(id))),
    )
  return chapters.flatMap((one, index) =>
    chapters.slice(index + 1).flatMap((other): MapLink[] => {
      if (needs(other, one)) return [{ from: node(one), to: node(other), kind: 'builds-on' }]
      if (needs(one, other)) return [{ from: node(other), to: node(one), kind: 'builds-on' }]
      return shares(one, other) ? [{ from: node(one), to: node(other), kind: 'shares' }] : []
    }),
  )
}
