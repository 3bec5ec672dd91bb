/** What an author may write in `content/glossary.yaml`. What looks across terms and lessons is check/check-glossary.ts. */
import * as z from 'zod'
import { LOCAL_ID } from './ids'

const id = z.string().regex(LOCAL_ID, 'must be lower-case words joined by hyphens, such as "dead-unit"').max(64)

export const termSchema = z.strictObject({
  id: id.describe('Its anchor on /glossary, for ever. A concept of a lesson with this id is this term.'),
  term: z.string().trim().min(2).max(60).describe('As it stands in a sentence: "learning rate", "ReLU".'),
  aliases: z
    .array(z.string().trim().min(1).max(60))
    .default([])
    .describe('Other names, abbreviations and formulas as people type them; searching for one finds the term.'),
  definition: z
    .string()
    .trim()
    .min(20)
    .max(500)
    .describe('One or two sentences of small Markdown that need no other term to be read.'),
  formula: z.string().trim().min(1).max(200).optional().describe('LaTeX, without dollar signs.'),
  activation: id.optional().describe('Name of the engine’s activation that this is: ties it to the formula sheet.'),
  seeAlso: z.array(id).default([]).describe('Ids of other terms.'),
  lesson: id.optional().describe('Id of the lesson that teaches it.'),
})

export const glossaryFileSchema = z.strictObject({
  terms: z.array(termSchema).min(1).describe('In any order; the page sorts them.'),
})

export type TermText = z.infer<typeof termSchema>
