/**
 * What stands above a lesson's text: where it is, what it is called, how long it takes, in which versions it is told and
 * who wrote this one; and, in a box of its own, what it is for. Not here: contents list and study tools (lesson-frame.tsx).
 */
import { Clock, Gauge } from 'lucide-react'
import { TagLinks } from '@/components/course/tag-links'
import type { LessonPage } from '@/components/lesson/lesson-data'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Breadcrumb } from './breadcrumb'
import { ReadingGuide } from './reading-guide'
import { VersionSwitch } from './version-switch'
import { ViewCount } from './view-count'

export function LessonHeader({ lesson }: { lesson: LessonPage }) {
  const links = lesson.versions.map(({ name, title, href }) => ({ name, title, href }))
  return (
    <header>
      <Breadcrumb trail={[lesson.course, lesson.chapter]} here={lesson.title} />
      <p className="mt-8 font-medium text-accent text-sm">
        Lesson {lesson.position} of {lesson.of}
      </p>
      <h1 className="mt-2 text-4xl sm:text-5xl">{lesson.title}</h1>
      <p className="mt-4 max-w-[60ch] font-serif text-lg text-muted sm:text-xl">{lesson.summary}</p>
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2 text-muted text-sm">
        <ul aria-label="About this lesson" className="flex flex-wrap gap-x-5 gap-y-2">
          <li className="flex items-center gap-1.5">
            <Clock aria-hidden="true" className="size-4" />
            {describeTime(lesson)}
          </li>
          <li className="flex items-center gap-1.5">
            <Gauge aria-hidden="true" className="size-4" />
            <span className="first-letter:uppercase">{lesson.level}</span>
          </li>
          <li>
            <ViewCount kind="lesson" id={lesson.id} />
          </li>
        </ul>
        <TagLinks tags={lesson.tags} />
      </div>
      {/* As high with nothing to say as with a reminder in it, so that nothing moves when one arrives. */}
      <div className="mt-5 grid items-center gap-x-6 gap-y-1 max-sm:grid-rows-[auto_2.5rem] sm:min-h-11 sm:grid-flow-col sm:justify-start">
        {lesson.versions.length > 1 ? (
          <VersionSwitch label="Versions of this lesson" versions={lesson.versions} here={lesson.version.name} />
        ) : (
          <Authorship lesson={lesson} />
        )}
        <div data-print="hide" className="flex min-w-0">
          <ReadingGuide lessonId={lesson.id} here={lesson.version.name} versions={links} />
        </div>
      </div>
      {lesson.versions.length > 1 ? (
        <div className="mt-2">
          <Authorship lesson={lesson} />
        </div>
      ) : null}
    </header>
  )
}

function describeTime({ versions, version, minutes, experiments }: LessonPage): string {
  const reading = versions.find(({ name }) => name === version.name)?.readingMinutes ?? minutes
  return experiments.length === 0 ? `${reading} minutes` : `${reading} minutes to read, ${minutes} with the experiments`
}

/** Who wrote the version on this page and who has read it; that nobody has is said as well. */
function Authorship({ lesson: { authorship, version, versions } }: { lesson: LessonPage }) {
  if (authorship === null) return null
  const { writtenBy, reviewedBy } = authorship
  const what = versions.length > 1 ? `${version.title} version, written` : 'Written'
  const reviewed = reviewedBy.length > 0 ? `Reviewed by ${reviewedBy.join(', ')}.` : 'Not yet reviewed from outside.'
  return <p className="text-muted text-sm">{`${what} by ${writtenBy}. ${reviewed}`}</p>
}

/** What the reader will be able to do, and what they should bring. */
export function LessonAims({ lesson }: { lesson: LessonPage }) {
  return (
    <section
      aria-labelledby="aims"
      className="grid gap-6 rounded-card border border-line bg-surface p-5 sm:p-6 md:grid-cols-[3fr_2fr]"
    >
      <div>
        <h2 id="aims" className="font-sans font-semibold text-base tracking-normal">
          After this you can
        </h2>
        <ul className="mt-3 grid gap-2 text-[0.95rem]">
          {lesson.objectives.map((objective) => (
            <li key={objective} className="flex gap-2.5">
              <span aria-hidden="true" className="mt-2.5 size-1.5 shrink-0 rounded-full bg-accent" />
              {objective}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2 className="font-sans font-semibold text-base tracking-normal">Bring along</h2>
        <ul className="mt-3 grid gap-2 text-[0.95rem]">
          {lesson.assumes.map((knowledge) => (
            <li key={knowledge}>{knowledge}</li>
          ))}
          {lesson.prerequisites.map((before) => (
            <li key={before.id}>
              {before.status === 'planned' ? (
                <>
                  Helpful: {before.title} <Badge>planned</Badge>
                </>
              ) : (
                <Link href={before.href} className="text-accent underline underline-offset-4">
                  {before.title}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
