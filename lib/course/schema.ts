/**
 * What an author may write in the YAML files of `content/`. Every file is parsed
 * once, here, into these shapes; whatever has passed is trusted. Not here: the
 * MDX tags (vocabulary.ts), the experiment wrapper (`@/lib/experiment`) and the
 * checks that look across files (check-content.ts).
 */
import * as z from 'zod'
import { CONTENT_ID, LOCAL_ID } from './ids'

const localId = z
  .string()
  .regex(LOCAL_ID, 'must be lower-case words joined by hyphens, such as "dead-unit"')
  .max(64)
  .describe('Identity for ever: never reused, never derived from a folder number.')

const contentId = z.string().regex(CONTENT_ID, 'must be a content id, such as "relu" or "relu.kink"').max(200)

const sentence = z.string().trim().min(1, 'must not be empty').max(400)

const anchor = z
  .string()
  .regex(LOCAL_ID, 'must be the anchor of a heading in lesson.mdx, such as "how-a-unit-dies"')
  .describe('The heading of lesson.mdx this is taught under, as its anchor, so that a learner can look it up.')

const formerly = z
  .array(contentId)
  .default([])
  .describe('Full ids this was published under before; its history follows. ids.lock demands it after a rename.')

const markdown = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(4000)
  .describe('Small Markdown: paragraphs, lists, emphasis, code, links, tables and maths between dollar signs.')

const title = z.string().trim().min(3).max(90).describe('Shown as the heading, in lists and in the browser tab.')
const summary = z
  .string()
  .trim()
  .min(20)
  .max(400)
  .describe('One or two sentences: what the learner will be able to do.')
const tags = z.array(z.string().trim().min(2).max(40)).default([]).describe('Words for the facets of /explore.')
const level = z
  .enum(['beginner', 'intermediate', 'advanced'])
  .default('beginner')
  .describe('How much has to be known before.')

export const sourceSchema = z.strictObject({
  id: localId.describe('What <Claim id> in the prose points at, such as "he-2015".'),
  authors: z.string().trim().min(2).max(200).describe('As a bibliography prints them.'),
  year: z.int().min(1800).max(2100).describe('Year of publication.'),
  title: z.string().trim().min(3).max(300).describe('Title of the paper, book or page.'),
  where: z.string().trim().max(200).optional().describe('Venue, publisher, section or version.'),
  url: z
    .url({ protocol: /^https$/, error: 'must be an https address that the reader can follow' })
    .describe('Where the reader can follow it; https only.'),
  note: sentence.optional().describe('What it is cited for, and whether the point is contested.'),
})

export const authorshipSchema = z.strictObject({
  writtenBy: sentence.describe('Who wrote this version.'),
  reviewedBy: z.array(sentence).default([]).describe('Who, knowing the field, has read it; empty until somebody has.'),
})

export const versionSchema = z.strictObject({
  summary: summary.optional().describe('Instead of the lesson’s own, where its tone would be out of place.'),
  authorship: authorshipSchema.describe('Who wrote and who reviewed this version.'),
})

const assumes = z.array(sentence).default([]).describe('Knowledge that no lesson here teaches.')

export const courseSchema = z.strictObject({
  id: localId,
  title,
  summary,
  level,
  tags,
  assumes,
  formerly,
})

export const chapterSchema = z.strictObject({
  id: localId,
  title,
  summary,
  tags,
  formerly,
})

const readingSchema = z.strictObject({
  title: z.string().trim().min(3).max(200).describe('What it is and whose, as the link’s text.'),
  url: z.url({ protocol: /^https$/ }).describe('Where it can be read; https only.'),
})

const lessonCommon = { id: localId, title, summary, level, tags, formerly }

const concepts = z.array(localId).default([]).describe('Ideas it teaches, by their ids in content/concepts.yaml.')
const prerequisites = z.array(localId).default([]).describe('Ids of lessons to take before; planned ones may be named.')

export const publishedLessonSchema = z.strictObject({
  ...lessonCommon,
  status: z.literal('published').default('published').describe('"published", or "planned" for one not yet written.'),
  objectives: z.array(sentence).min(2).max(8).describe('"After this you can …", each beginning with a verb.'),
  prerequisites,
  assumes,
  minutes: z.int().min(1).max(60).describe('Honest time for all of it, running the experiments included.'),
  concepts,
  sources: z.array(sourceSchema).min(1).describe('Numbered in this order at the foot of the lesson.'),
  authorship: authorshipSchema.describe('Who wrote and who reviewed the default version.'),
  defaultVersion: localId.default('standard').describe('Name of the version that lesson.mdx holds.'),
  versions: z.record(localId, versionSchema).default({}).describe('The others, by name: versions/<name>.mdx each.'),
})

export const plannedLessonSchema = z.strictObject({
  ...lessonCommon,
  status: z.literal('planned').describe('Listed as planned; it has no page to complete.'),
  prerequisites,
  minutes: z.int().min(0).max(60).default(0).describe('Expected length, 0 when unknown.'),
  concepts,
  objectives: z.array(sentence).max(8).default([]).describe('What it will teach: "After this you can …".'),
  meanwhile: z
    .array(readingSchema)
    .max(4)
    .default([])
    .describe('Good reading elsewhere until it is written, free to read.'),
})

export const sameLessonSchema = z.strictObject({
  sameAs: localId.describe('Id of the lesson that stands here too; progress, cards and quiz are shared.'),
  bridge: z
    .string()
    .regex(/^[a-z0-9-]+\.mdx$/, 'must name an .mdx file in this folder')
    .optional()
    .describe('Optional introduction from this course’s point of view.'),
})

/** Which of the three shapes a lesson.yaml has, judged by the one key that tells them apart. */
export function lessonSchemaFor(value: unknown) {
  const keys = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  if ('sameAs' in keys) return sameLessonSchema
  return keys.status === 'planned' ? plannedLessonSchema : publishedLessonSchema
}

export const conceptSchema = z.strictObject({
  id: localId.describe('What a lesson’s `concepts` name; the glossary’s term of the same id says more.'),
  name: z.string().trim().min(2).max(60).describe('As it stands in a map.'),
  meaning: sentence.describe('One line that somebody understands who does not know it yet.'),
  aliases: z.array(z.string().trim().min(1).max(60)).default([]).describe('What else it is called.'),
  buildsOn: z.array(localId).default([]).describe('Concepts to understand before this one; never in a circle.'),
  see: z.array(localId).default([]).describe('Concepts beside it, neither before nor after.'),
})

export const conceptsFileSchema = z.strictObject({
  concepts: z.array(conceptSchema).min(1).describe('In any order; the lessons decide what is drawn where.'),
})

export const cardSchema = z.strictObject({
  id: localId,
  front: markdown.describe('One question with one answer.'),
  back: markdown.describe('The answer, as short as it can be.'),
  passage: anchor,
  formerly,
})

export const cardsFileSchema = z.strictObject({
  cards: z.array(cardSchema).min(1).describe('The deck of this lesson, in teaching order.'),
})

export const optionSchema = z.strictObject({
  id: localId.describe('Names the option without saying whether it is right.'),
  text: markdown,
  correct: z.boolean().default(false).describe('True for what should be chosen.'),
  feedback: markdown.describe('Said to whoever chose it: why it is right, or where it goes wrong.'),
})

export const questionSchema = z.strictObject({
  id: localId,
  kind: z.enum(['single', 'multiple']).describe('"single": exactly one option is right; "multiple": one or more.'),
  prompt: markdown.describe('The question.'),
  options: z.array(optionSchema).min(2).max(8).describe('In the order shown.'),
  explanation: markdown.describe('Shown after answering, whatever was chosen.'),
  passage: anchor,
  formerly,
})

export const quizFileSchema = z.strictObject({
  questions: z.array(questionSchema).min(1).describe('The quiz of this lesson, in order.'),
})

export type Source = z.infer<typeof sourceSchema>
export type Authorship = z.infer<typeof authorshipSchema>
export type Reading = z.infer<typeof readingSchema>
export type Concept = z.infer<typeof conceptSchema>
export type VersionText = z.infer<typeof versionSchema>
export type Level = z.infer<typeof level>
export type CardText = z.infer<typeof cardSchema>
export type QuestionText = z.infer<typeof questionSchema>
