import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StudyFrame } from '@/components/learner/study-frame'
import { QuizPanel } from '@/components/quiz/quiz-panel'
import { ButtonLink } from '@/components/ui/button'
import { findChapter, findLesson, getCatalog, lessonsOf } from '@/lib/course/catalog'
import { loadPublicQuestions } from '@/lib/course/questions'

interface Place {
  course: string
  chapter: string
  lesson: string
}

export const dynamicParams = false

export function generateStaticParams(): Place[] {
  return lessonsOf(getCatalog())
    .filter((lesson) => lesson.status === 'published')
    .map(({ courseSlug, chapterSlug, slug }) => ({ course: courseSlug, chapter: chapterSlug, lesson: slug }))
}

export async function generateMetadata({ params }: { params: Promise<Place> }): Promise<Metadata> {
  const { course, chapter, lesson: slug } = await params
  const lesson = findLesson(course, chapter, slug)
  if (lesson === null) return {}
  return {
    title: `Quiz: ${lesson.title}`,
    description: `Questions on the lesson "${lesson.title}", with an explanation for each.`,
    alternates: { canonical: `${lesson.canonicalHref}/quiz` },
  }
}

export default async function QuizPage({ params }: { params: Promise<Place> }) {
  const { course, chapter: chapterSlug, lesson: slug } = await params
  const chapter = findChapter(course, chapterSlug)
  const lesson = findLesson(course, chapterSlug, slug)
  if (chapter === null || lesson === null) notFound()
  const questions = loadPublicQuestions(lesson.id)
  return (
    <StudyFrame
      trail={[chapter.course, chapter.chapter, lesson]}
      here="Quiz"
      title={lesson.title}
      intro={`${questions.length} questions. Each answer is explained; you can try again as often as you like.`}
    >
      <QuizPanel lessonId={lesson.id} questions={questions}>
        <div className="mt-5 flex flex-wrap gap-3">
          <ButtonLink href={`${lesson.href}/flashcards`}>Keep it with flashcards</ButtonLink>
          <ButtonLink href={lesson.href} variant="secondary">
            Back to the lesson
          </ButtonLink>
        </div>
      </QuizPanel>
      <noscript>
        <p>Answering needs JavaScript: answers are checked by the server one by one.</p>
      </noscript>
    </StudyFrame>
  )
}
