/**
 * A chapter: what it is about, its lessons, what it builds on, and the chapters
 * beside it. Static; how far the reader is comes by islands.
 */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterLessons } from '@/components/course/chapter-lessons'
import { ChapterLinks, ChapterPager } from '@/components/course/chapter-pager'
import { FactsCard } from '@/components/course/facts-card'
import { countLessons, describeOpen, describeTime } from '@/components/course/outline'
import { StructuredData } from '@/components/course/structured-data'
import { StudyProgress } from '@/components/course/study-progress'
import { TagLinks } from '@/components/course/tag-links'
import { Breadcrumb } from '@/components/lesson/frame/breadcrumb'
import { ViewCount } from '@/components/lesson/frame/view-count'
import { type Chapter, type Course, findChapter, getCatalog } from '@/lib/course/catalog'
import { listChaptersBefore, outlineChapter } from '@/lib/course/course-outline'
import { loadLessonFacts } from '@/lib/course/lesson-facts'
import { imageOfCourse, openGraphImages } from '@/lib/course/social-images'
import { publicOrigin } from '@/lib/http/own-origin'

interface Props {
  params: Promise<{ course: string; chapter: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return getCatalog().courses.flatMap((course) =>
    course.chapters.map((chapter) => ({ course: course.slug, chapter: chapter.slug })),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, chapter } = await params
  const found = findChapter(course, chapter)
  if (found === null) return {}
  const { title, summary, href } = found.chapter
  return {
    title,
    description: summary,
    alternates: { canonical: href },
    openGraph: {
      type: 'website',
      title,
      description: summary,
      url: href,
      images: openGraphImages(imageOfCourse(found.course)),
    },
  }
}

export default async function ChapterPage({ params }: Props) {
  const { course: courseSlug, chapter: chapterSlug } = await params
  const found = findChapter(courseSlug, chapterSlug)
  if (found === null) notFound()
  const { course, chapter } = found
  const { courses } = getCatalog()
  const position = course.chapters.indexOf(chapter) + 1
  const outline = outlineChapter(chapter, position, courses)
  const facts = await loadLessonFacts(chapter.lessons)
  const before = listChaptersBefore(chapter, courses)
  return (
    <div className="mx-auto max-w-6xl px-4 pt-6 pb-20 sm:px-6">
      <StructuredData data={structuredData(course, chapter, position)} />
      <Breadcrumb trail={[course]} here={chapter.title} />
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <header>
          <p className="font-medium text-accent text-sm">
            Chapter {position} of {course.chapters.length}
          </p>
          <h1 className="mt-2 text-4xl sm:text-5xl">{chapter.title}</h1>
          <p className="mt-4 max-w-[60ch] font-serif text-lg text-muted sm:text-xl">{chapter.summary}</p>
          <div className="mt-5">
            <TagLinks tags={chapter.tags} />
          </div>
        </header>
        <section
          aria-label="Where you are"
          className="rounded-card border border-line bg-surface p-5 shadow-raised lg:row-start-1 lg:[grid-column:2] lg:self-end"
        >
          <StudyProgress lessons={outline.lessons} facts={facts} />
        </section>
        <section aria-labelledby="lessons" className="min-w-0">
          <h2 id="lessons" className="mb-4 text-2xl">
            {countLessons(outline.lessons)}
          </h2>
          <ChapterLessons lessons={outline.lessons} facts={facts} />
          <ChapterPager previous={course.chapters[position - 2] ?? null} next={course.chapters[position] ?? null} />
        </section>
        <aside aria-label="About this chapter" className="lg:pt-12">
          <FactsCard
            rows={[
              { title: 'Lessons', value: describeOpen(outline.lessons) },
              { title: 'Level', value: levelsOf(chapter) },
              { title: 'Time', value: `${describeTime(outline.minutes)}, experiments included` },
              { title: 'Read', value: <ViewCount kind="chapter" id={chapter.id} /> },
              { title: 'Builds on', value: <ChapterLinks chapters={before} /> },
            ].filter(({ title }) => title !== 'Builds on' || before.length > 0)}
          />
        </aside>
      </div>
    </div>
  )
}

/** `Beginner`, or `Beginner to intermediate` */
function levelsOf({ lessons }: Chapter) {
  const present = (['beginner', 'intermediate', 'advanced'] as const).filter((level) =>
    lessons.some((lesson) => lesson.level === level),
  )
  return <span className="block first-letter:uppercase">{[...new Set([present[0], present.at(-1)])].join(' to ')}</span>
}

function structuredData(course: Course, chapter: Chapter, position: number): Record<string, unknown> {
  const absolute = (href: string) => new URL(href, publicOrigin()).href
  return {
    '@type': 'LearningResource',
    name: chapter.title,
    description: chapter.summary,
    url: absolute(chapter.href),
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    position,
    isPartOf: { '@type': 'Course', name: course.title, url: absolute(course.href) },
  }
}
