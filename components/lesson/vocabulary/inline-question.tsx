import type { LessonQuestion } from '@/components/lesson/lesson-data'
import { TrustedHtml } from '@/components/lesson/trusted-html'
import { QuestionIsland } from './question-island'

interface Props {
  question: LessonQuestion
  lessonId: string
  lessonHref: string
}

/** One question of the quiz inside the prose. Its answer is on the server; without JavaScript the question can be read. */
export function InlineQuestion({ question, lessonId, lessonHref }: Props) {
  return (
    <section
      aria-label="A question"
      className="my-8 rounded-card border border-line bg-surface p-5"
      data-question={question.id}
    >
      <p className="font-medium font-sans text-accent text-sm">Check yourself</p>
      <div className="mt-3">
        <QuestionIsland lessonId={lessonId} question={question}>
          <TrustedHtml html={question.promptHtml} />
          <ul className="mt-3">
            {question.options.map((option) => (
              <TrustedHtml key={option.id} as="li" html={option.html} />
            ))}
          </ul>
        </QuestionIsland>
      </div>
      <p className="mt-4 font-sans text-muted text-sm">
        One of the questions of <a href={`${lessonHref}/quiz`}>this lesson’s quiz</a>.
      </p>
    </section>
  )
}
