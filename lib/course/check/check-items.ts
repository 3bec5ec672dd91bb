/**
 * Checks a lesson's cards and questions: ids are each one's own, each leads back
 * to a passage of the prose, each question has the right answers it should, and
 * what their small Markdown points at is there. Pure: parsed items in, problems
 * out.
 */
import type { ContentProblem } from '@/lib/course/files/content-error'
import { checkPictures } from '@/lib/course/prose/check-pictures'
import type { Heading } from '@/lib/course/prose/lesson-prose'
import { parseMarkdown } from '@/lib/course/prose/markdown'
import { suggestName } from '@/lib/course/prose/nearest-name'
import type { CardText, QuestionText } from '@/lib/course/schema'
import { checkLinks } from './check-links'
import type { SiteAddresses } from './site-addresses'

/** What of the lesson the items are held against. */
export interface ItemsContext {
  /** Of the default text; empty where it cannot be read, and then no passage is missed. */
  headings: readonly Heading[]
  site: SiteAddresses
}

export function checkCards(file: string, cards: readonly CardText[], context: ItemsContext): ContentProblem[] {
  return [
    ...duplicates(file, 'cards', cards),
    ...lostPassages(file, 'cards', cards, context),
    ...cards.flatMap(({ front, back }, index) => [
      ...checkMarkdown(file, `cards[${index}].front`, front, context),
      ...checkMarkdown(file, `cards[${index}].back`, back, context),
    ]),
  ]
}

export function checkQuestions(
  file: string,
  questions: readonly QuestionText[],
  context: ItemsContext,
): ContentProblem[] {
  return [
    ...duplicates(file, 'questions', questions),
    ...lostPassages(file, 'questions', questions, context),
    ...questions.flatMap((question, index) => checkQuestion(file, `questions[${index}]`, question, context)),
  ]
}

function checkQuestion(file: string, key: string, question: QuestionText, context: ItemsContext): ContentProblem[] {
  const { kind, prompt, options, explanation } = question
  const problems = [
    ...duplicates(file, `${key}.options`, options),
    ...checkMarkdown(file, `${key}.prompt`, prompt, context),
    ...checkMarkdown(file, `${key}.explanation`, explanation, context),
    ...options.flatMap(({ text, feedback }, at) => [
      ...checkMarkdown(file, `${key}.options[${at}].text`, text, context),
      ...checkMarkdown(file, `${key}.options[${at}].feedback`, feedback, context),
    ]),
  ]
  const right = options.filter((option) => option.correct).length
  if (kind === 'single' && right !== 1) {
    const message = `a single-choice question has exactly one correct option; here are ${right}. Mark one, or make it multiple.`
    problems.push({ file, key: `${key}.options`, message })
  }
  if (kind === 'multiple' && right === 0) {
    problems.push({ file, key: `${key}.options`, message: 'no option is correct. Mark at least one.' })
  }
  return problems
}

/** Items are also shown away from the lesson, so a bare #anchor would lead nowhere. */
function checkMarkdown(file: string, key: string, text: string, { site }: ItemsContext): ContentProblem[] {
  const tree = parseMarkdown(text)
  return [...checkPictures(tree), ...checkLinks(tree, site, null)].map(({ message }) => ({ file, key, message }))
}

export function duplicates(file: string, list: string, items: readonly { id: string }[]): ContentProblem[] {
  return items.flatMap(({ id }, index) => {
    const first = items.findIndex((other) => other.id === id)
    if (first === index) return []
    const message = `"${id}" is already the id of ${list}[${first}]. Give it its own.`
    return [{ file, key: `${list}[${index}].id`, message }]
  })
}

function lostPassages(
  file: string,
  list: string,
  items: readonly { passage: string }[],
  { headings }: ItemsContext,
): ContentProblem[] {
  const anchors = headings.map((heading) => heading.anchor)
  return items.flatMap(({ passage }, index) => {
    if (anchors.includes(passage) || anchors.length === 0) return []
    const message = `lesson.mdx has no heading with the anchor "${passage}".${suggestName(passage, anchors)}`
    return [{ file, key: `${list}[${index}].passage`, message }]
  })
}
