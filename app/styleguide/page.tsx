import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { lessonVocabulary } from '@/components/lesson/lesson-vocabulary'
import { ControlSamples } from '@/components/styleguide/control-samples'
import { LabSamples } from '@/components/styleguide/lab-samples'
import { LessonSamples } from '@/components/styleguide/lesson-samples'
import { PlotSamples } from '@/components/styleguide/plot-samples'
import { SurfaceSamples } from '@/components/styleguide/surface-samples'
import { TimelineSamples } from '@/components/styleguide/timeline-samples'
import { TokenSamples } from '@/components/styleguide/token-samples'
import { findChapter, findLessonById } from '@/lib/course/catalog'
import { localIdOf } from '@/lib/course/ids'
import { loadLessonPage } from '@/lib/course/lesson-page'
import { excerptOf, loadTimeline } from '@/lib/course/timeline'
import { backingOf, factOf } from '@/lib/course/values'
import { isDevelopmentServer } from '@/lib/env'

export const metadata: Metadata = { title: 'Style guide', robots: { index: false } }

/** Every part that pages are made of, in every state; for whoever builds them, so that a built site has it not. */
export default async function StyleGuidePage() {
  if (!isDevelopmentServer()) notFound()
  const lesson = findLessonById('relu')
  const place = lesson && findChapter(lesson.courseSlug, lesson.chapterSlug)
  if (!lesson || !place)
    throw new Error('The style guide shows the vocabulary of the lesson "relu", which is not there.')
  const page = await loadLessonPage(place.course, place.chapter, lesson)
  const vocabulary = lessonVocabulary({
    lesson: page,
    factOf,
    backingOf: (id) => backingOf(id, page.sources, page.experiments),
    timelineOf: (asked) => excerptOf(loadTimeline(), asked),
  })
  const local = (items: readonly { id: string }[]) => localIdOf(items[0]?.id ?? '') ?? ''
  const [experiment] = page.experiments
  const ids = {
    card: local(page.cards),
    question: local(page.questions),
    experiment: local(page.experiments),
    claim: `${local(page.experiments)}.${experiment?.claims[0]?.id}`,
    source: page.sources[0]?.id ?? '',
  }
  return (
    <div className="mx-auto max-w-6xl px-4 pt-10 pb-20 sm:px-6">
      <h1 className="text-4xl sm:text-5xl">Style guide</h1>
      <p className="mt-4 mb-10 max-w-[65ch] text-lg text-muted">
        What pages are made of. Tokens are in <code>app/tokens.css</code>, parts in <code>components/ui</code> and{' '}
        <code>components/plot</code>.
      </p>
      <TokenSamples />
      <ControlSamples />
      <SurfaceSamples />
      <PlotSamples />
      <TimelineSamples entries={loadTimeline().slice(3, 6)} />
      <LabSamples />
      <LessonSamples vocabulary={vocabulary} ids={ids} />
    </div>
  )
}
