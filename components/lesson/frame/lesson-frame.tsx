/**
 * Everything around a lesson's text: where it stands, what it is for, its
 * sections, its tools, what comes before and after, what backs it. The text
 * itself is `children`. All of it is there with JavaScript off.
 */
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LessonPage } from '@/components/lesson/lesson-data'
import { ScrollPlaces } from '@/components/lesson/scroll-places'
import { ContentsList } from './contents-list'
import { ExperimentsList } from './experiments-list'
import { LessonAims, LessonHeader } from './lesson-header'
import { LessonHistory } from './lesson-history'
import { LessonOpened } from './lesson-opened'
import { LessonPager } from './lesson-pager'
import { SourcesList } from './sources-list'
import { StudyTools } from './study-tools'
import { VersionSwitch } from './version-switch'

export function LessonFrame({ lesson, children }: { lesson: LessonPage; children: ReactNode }) {
  const contents = <ContentsList headings={lesson.headings} foot={footHeadings(lesson)} />
  const { versions, version } = lesson
  return (
    <div className="mx-auto max-w-6xl px-4 pt-6 pb-20 sm:px-6">
      <LessonHeader lesson={lesson} />
      <div className="mt-8 gap-12 lg:grid lg:grid-cols-[minmax(0,1fr)_16rem]">
        <div className="min-w-0 max-w-[46rem]">
          <LessonAims lesson={lesson} />
          <details
            data-print="hide"
            data-contents-bar=""
            className="group noscript:static sticky top-16 z-20 mt-4 rounded-card border border-line-strong bg-surface shadow-raised lg:hidden"
          >
            <summary className="flex min-h-11 items-center gap-3 px-5">
              <span className="shrink-0 font-medium">On this page</span>
              <span data-section-here="" className="truncate text-muted text-sm" />
              <ChevronDown
                aria-hidden="true"
                className="ml-auto size-4 shrink-0 text-muted transition-transform group-open:rotate-180"
              />
            </summary>
            <div
              data-scroll-box=""
              className="absolute inset-x-0 top-full mt-1 grid max-h-[60dvh] gap-5 overflow-y-auto rounded-card border border-line-strong bg-surface p-5 shadow-raised"
            >
              <VersionSwitch label="Read this section as" versions={versions} here={version.name} />
              <nav aria-label="Sections">{contents}</nav>
            </div>
          </details>
          <article aria-label={lesson.title} className="prose mt-10">
            {children}
          </article>
          <div className="mt-14 grid gap-14">
            <section
              aria-labelledby="study-tools"
              data-print="hide"
              className="rounded-card border border-line bg-sunken p-5 sm:p-6"
            >
              <h2 id="study-tools" className="text-2xl">
                Make it stick
              </h2>
              <p className="mt-2 mb-4 text-[0.95rem] text-muted">
                Reading is the easy half. The cards bring the ideas back just before they fade; the quiz finds the ones
                that never went in.
              </p>
              <StudyTools lesson={lesson} />
            </section>
            <ExperimentsList experiments={lesson.experiments} shown={lesson.shownExperiments} />
            <SourcesList sources={lesson.sources} />
            <LessonHistory history={lesson.history} />
            <p className="text-muted text-sm">Text under CC BY 4.0.</p>
            <LessonPager previous={lesson.previous} next={lesson.next} />
          </div>
        </div>
        <aside data-print="hide" className="max-lg:hidden">
          {/* Where both do not fit, the sections scroll, and the tools stay in sight. */}
          <div className="sticky top-24 flex max-h-[calc(100dvh-7rem)] flex-col gap-6 pb-4">
            <nav aria-label="On this page" className="flex min-h-40 flex-col">
              <h2 className="mb-3 font-sans font-semibold text-sm tracking-normal">On this page</h2>
              <div data-scroll-box="" className="min-h-0 overflow-y-auto">
                {contents}
              </div>
            </nav>
            {versions.length > 1 ? (
              <div className="shrink-0">
                <h2 className="mb-3 font-sans font-semibold text-sm tracking-normal">Read this section as</h2>
                <VersionSwitch label="Read this section as" versions={versions} here={version.name} />
              </div>
            ) : null}
            <div className="shrink-0">
              <h2 className="mb-3 font-sans font-semibold text-sm tracking-normal">Study tools</h2>
              <StudyTools lesson={lesson} />
            </div>
          </div>
        </aside>
      </div>
      <ScrollPlaces />
      <LessonOpened lessonId={lesson.id} version={lesson.itemVersion} />
    </div>
  )
}

function footHeadings(lesson: LessonPage) {
  return [
    { depth: 2, title: 'The runs behind this lesson', anchor: 'experiments' },
    { depth: 2, title: 'Sources', anchor: 'sources' },
  ].filter(({ anchor }) => (anchor === 'experiments' ? lesson.experiments : lesson.sources).length > 0)
}
