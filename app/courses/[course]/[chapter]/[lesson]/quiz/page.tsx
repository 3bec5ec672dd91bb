import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StudyFrame } from '@/components/learner/study-frame'
import { QuizPanel } from '@/components/quiz/quiz-panel'
import { ButtonLink } from '@/components/ui/button'
import { findLessonAt, type LessonPlace, listLessonPlaces } from '@/lib/course/lesson-place'
import { loadPublicQuestions } from '@/lib/course/questions'

interface Props {
  params: Promise<LessonPlace>
}

export const dynamicParams = false

export const generateStaticParams = () => listLessonPlaces('published')

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = findLessonAt(await params)?.lesson
  if (lesson === undefined) return {}
  return {
    title: `Quiz: ${lesson.title}`,
    description: `Questions on the lesson "${lesson.title}", with an explanation for each.`,
    alternates: { canonical: `${lesson.canonicalHref}/quiz` },
  }
}

export default async function QuizPage({ params }: Props) {
  const found = findLessonAt(await params)
  if (found === null) notFound()
  const { course, chapter, lesson } = found
  const questions = loadPublicQuestions(lesson.id)
  return (
    <StudyFrame
      trail={[course, chapter, lesson]}
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
