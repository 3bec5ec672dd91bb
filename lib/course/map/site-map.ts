/** The map of the site: courses, their chapters with every lesson as a bead, and the challenges. */
import { type Catalog, type Chapter, lessonsOf } from '@/lib/course/catalog'
import { lessonNode } from './lesson-nodes'
import { type MapLink, type MindMap, mapNode } from './mind-map'

export interface MapChallenge {
  id: string
  title: string
  summary: string
  href: string
}

export function siteMap(catalog: Catalog, challenges: readonly MapChallenge[]): MindMap {
  const chapters = catalog.courses.flatMap((course) => course.chapters)
  const open = lessonsOf(catalog).filter(({ status }) => status === 'published').length
  const root = mapNode({
    id: 'site',
    kind: 'site',
    title: 'Nonlinear',
    detail: `${catalog.courses.length} courses, ${chapters.length} chapters; ${open} of ${lessonsOf(catalog).length} lessons are written.`,
    href: '/',
    children: [
      ...catalog.courses.map((course) =>
        mapNode({
          id: `course:${course.id}`,
          kind: 'course',
          title: course.title,
          detail: course.summary,
          href: course.href,
          children: course.chapters.map((chapter) =>
            mapNode({
              id: `chapter:${chapter.id}`,
              kind: 'chapter',
              title: chapter.title,
              detail: chapter.summary,
              href: chapter.href,
              children: chapter.lessons.map((lesson) => lessonNode(lesson, `chapter:${chapter.id}/lesson`)),
            }),
          ),
        }),
      ),
      mapNode({
        id: 'challenges',
        kind: 'group',
        title: 'Challenges',
        detail: 'A decision to make and to defend with runs of your own.',
        href: '/challenges',
        children: challenges.map(({ id, title, summary, href }) =>
          mapNode({ id: `challenge:${id}`, kind: 'page', title, detail: summary, href }),
        ),
      }),
    ],
  })
  return { title: 'The whole site', root, links: linkChapters(chapters) }
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
