/**
 * A lesson's quiz. Server only, and more than that: `Question` holds the answers
 * and must never be handed to a client component or sent in a response;
 * `PublicQuestion` is what the browser may see before it has answered.
 */
import { join } from 'node:path'
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { itemVersion } from '@/lib/course/files/item-version'
import { memoByTree } from '@/lib/course/files/memo'
import { displayPath, loadYamlFile } from '@/lib/course/files/yaml-file'
import { renderInlineMarkdown, renderMarkdown } from '@/lib/course/prose/markdown'
import { findLessonById, type Lesson } from './catalog'
import { itemId, lessonIdOf } from './ids'
import { quizFileSchema } from './schema'

export interface Question {
  /** `<lesson>.<question>` */
  id: string
  version: string
  kind: 'single' | 'multiple'
  promptHtml: string
  options: { id: string; html: string; correct: boolean; feedbackHtml: string }[]
  explanationHtml: string
  passage: string
}

export interface PublicQuestion {
  id: string
  version: string
  kind: 'single' | 'multiple'
  promptHtml: string
  options: { id: string; html: string }[]
}

/** WITH ANSWERS. Empty for a planned or unknown lesson. */
export function loadQuestions(lessonId: string): Question[] {
  const lesson = findLessonById(lessonId)
  if (lesson === null || lesson.status === 'planned') return []
  const root = contentRoot()
  return memoByTree(`questions:${lessonId}`, root, () => readQuestions(root, lesson))
}

/** WITH ANSWERS. By full id (`relu.q-dead`); null where there is none. */
export function findQuestion(id: string): Question | null {
  return loadQuestions(lessonIdOf(id)).find((question) => question.id === id) ?? null
}

export function loadPublicQuestions(lessonId: string): PublicQuestion[] {
  return loadQuestions(lessonId).map(publicQuestion)
}

/** Names every field that may leave the server, so that a field added to Question stays behind. */
export function publicQuestion(question: Question): PublicQuestion {
  const { id, version, kind, promptHtml } = question
  return {
    id,
    version,
    kind,
    promptHtml,
    options: question.options.map((option) => ({ id: option.id, html: option.html })),
  }
}

/** The quiz in `root` (the content folder), read now. */
export function readQuestions(root: string, lesson: Pick<Lesson, 'id' | 'folder'>): Question[] {
  const path = join(/*turbopackIgnore: true*/ root, lesson.folder, 'quiz.yaml')
  const { questions } = loadYamlFile(root, path, quizFileSchema)
  const problems: ContentProblem[] = []
  const quiz = questions.map((question, index) => {
    const html = (key: string, text: string, render = renderMarkdown) => {
      try {
        return render(text)
      } catch (error) {
        const message = `cannot be rendered: ${error instanceof Error ? error.message : String(error)}`
        problems.push({ file: displayPath(root, path), key: `questions[${index}].${key}`, message })
        return ''
      }
    }
    return {
      id: itemId(lesson.id, question.id),
      version: itemVersion(question.kind, question.prompt, question.options, question.explanation),
      kind: question.kind,
      promptHtml: html('prompt', question.prompt),
      options: question.options.map((option, at) => ({
        id: option.id,
        html: html(`options[${at}].text`, option.text, renderInlineMarkdown),
        correct: option.correct,
        feedbackHtml: html(`options[${at}].feedback`, option.feedback, renderInlineMarkdown),
      })),
      explanationHtml: html('explanation', question.explanation),
      passage: question.passage,
    }
  })
  if (problems.length > 0) throw new ContentError(problems)
  return quiz
}
