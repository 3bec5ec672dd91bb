/**
 * What can honestly be said of a lesson that is not written: its place, what it
 * will teach, what it builds on, and what to read until then. Nothing here can
 * be completed, and nothing is noted in the learner's log.
 */
import { ArrowUpRight, Clock, Gauge } from 'lucide-react'
import type { ReactNode } from 'react'
import { TagLinks } from '@/components/course/tag-links'
import type { LessonLink } from '@/components/lesson/lesson-data'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Breadcrumb } from './breadcrumb'
import { LessonPager } from './lesson-pager'

export interface PlannedLessonPage {
  title: string
  summary: string
  position: number
  of: number
  minutes: number
  level: string
  tags: string[]
  objectives: string[]
  /** What it will teach, as ideas. */
  ideas: { id: string; name: string; meaning: string; href: string | null }[]
  prerequisites: LessonLink[]
  followers: LessonLink[]
  /** On this site and written already. */
  readable: LessonLink[]
  /** Elsewhere. */
  meanwhile: { title: string; url: string }[]
  course: { title: string; href: string }
  chapter: { title: string; href: string }
  previous: LessonLink | null
  next: LessonLink | null
}

/** `bridge` stands before a lesson that is at home in another course. */
export function PlannedLesson({ lesson, bridge }: { lesson: PlannedLessonPage; bridge: ReactNode }) {
  const { course, chapter, position, of, minutes, level, readable, meanwhile } = lesson
  return (
    <div className="mx-auto max-w-3xl px-4 pt-6 pb-20 sm:px-6">
      <Breadcrumb trail={[course, chapter]} here={lesson.title} />
      <p className="mt-8 flex items-center gap-3 font-medium text-accent text-sm">
        Lesson {position} of {of} <Badge tone="warn">planned</Badge>
      </p>
      <h1 className="mt-2 text-4xl sm:text-5xl">{lesson.title}</h1>
      <p className="mt-4 font-serif text-lg text-muted sm:text-xl">{lesson.summary}</p>
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2 text-muted text-sm">
        {minutes > 0 ? (
          <span className="flex items-center gap-1.5">
            <Clock aria-hidden="true" className="size-4" />
            about {minutes} minutes, once written
          </span>
        ) : null}
        <span className="flex items-center gap-1.5">
          <Gauge aria-hidden="true" className="size-4" />
          <span className="first-letter:uppercase">{level}</span>
        </span>
        <TagLinks tags={lesson.tags} />
      </div>
      <p className="mt-8 rounded-card border border-line-strong border-dashed p-5">
        <strong className="font-semibold">Planned, and not yet written.</strong> There is nothing to read, review or
        answer here, and it does not count towards your progress.
      </p>
      <div className="mt-8 grid gap-10">
        {bridge}
        {lesson.objectives.length > 0 ? (
          <Part id="objectives" title="After it you will be able to">
            <ul className="grid gap-2">
              {lesson.objectives.map((objective) => (
                <li key={objective} className="flex gap-2.5">
                  <span aria-hidden="true" className="mt-2.5 size-1.5 shrink-0 rounded-full bg-accent" />
                  {objective}
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
        {readable.length + meanwhile.length > 0 ? (
          <Part id="meanwhile" title="Until then">
            <ul className="grid gap-2">
              {readable.map(({ id, href, title }) => (
                <li key={id}>
                  <Link href={href} className="text-accent underline underline-offset-4">
                    {title}
                  </Link>{' '}
                  <span className="text-muted text-sm">here, and near to it</span>
                </li>
              ))}
              {meanwhile.map(({ title, url }) => (
                <li key={url}>
                  <a href={url} rel="noreferrer" className="text-accent underline underline-offset-4">
                    {title}
                    <ArrowUpRight aria-hidden="true" className="ml-0.5 inline size-4" />
                  </a>{' '}
                  <span className="text-muted text-sm">elsewhere, free to read</span>
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
        {lesson.ideas.length > 0 ? (
          <Part id="ideas" title="Its ideas in a line each">
            <dl className="grid gap-3">
              {lesson.ideas.map(({ id, name, meaning, href }) => (
                <div key={id}>
                  <dt className="font-semibold">
                    {href === null ? (
                      name
                    ) : (
                      <Link href={href} className="underline decoration-line-strong underline-offset-4">
                        {name}
                      </Link>
                    )}
                  </dt>
                  <dd className="text-muted">{meaning}</dd>
                </div>
              ))}
            </dl>
          </Part>
        ) : null}
        <Neighbours title="It builds on" id="before" lessons={lesson.prerequisites} />
        <Neighbours title="It leads to" id="after" lessons={lesson.followers} />
        <LessonPager previous={lesson.previous} next={lesson.next} />
        <p className="text-center">
          <Link
            href={chapter.href}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            All lessons of “{chapter.title}”
          </Link>
        </p>
      </div>
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Neighbours({ id, title, lessons }: { id: string; title: string; lessons: LessonLink[] }) {
  if (lessons.length === 0) return null
  return (
    <Part id={id} title={title}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {lessons.map((lesson) => (
          <li key={lesson.id} className="flex items-center gap-2">
            <Link
              href={lesson.href}
              prefetch={false}
              className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4"
            >
              {lesson.title}
            </Link>
            {lesson.status === 'planned' ? <Badge>planned</Badge> : null}
          </li>
        ))}
      </ul>
    </Part>
  )
}
