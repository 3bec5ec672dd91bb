/** What an author may write in `content/timeline.yaml`. What looks across entries and files is check/check-timeline.ts. */
import * as z from 'zod'
import { LOCAL_ID } from './ids'
import { sourceSchema } from './schema'
import { STRANDS } from './vocabulary'

const id = z.string().regex(LOCAL_ID, 'must be lower-case words joined by hyphens, such as "relu-2010"').max(64)
const year = z.int().min(1800, 'must be a year from 1800 on').max(2100, 'must be a year up to 2100')
const sentences = z.string().trim().min(20, 'must be a whole sentence, of 20 letters or more').max(500)

export const entrySourceSchema = sourceSchema.omit({ id: true })

export const entrySchema = z.strictObject({
  id: id.describe('Its anchor on /timeline, for ever; what happened and the year: "relu-2010".'),
  year: year.describe('When it became public.'),
  until: year.optional().describe('The last year, where it took several.'),
  strand: z.enum(STRANDS).describe('The thread of the story that it belongs to.'),
  title: z.string().trim().min(3).max(80).describe('What happened, in a few words.'),
  aliases: z
    .array(z.string().trim().min(2).max(60))
    .default([])
    .describe('Names by which it is looked for and that its title lacks; searching for one finds it.'),
  what: sentences.describe('What happened, in one or two sentences of small Markdown, in our own words.'),
  why: sentences.describe('Why it mattered: one or two sentences more.'),
  contested: sentences.optional().describe('What is disputed, where something is: the entry is marked with it.'),
  sources: z
    .array(entrySourceSchema)
    .min(1, 'must name at least one source: what the reader can follow')
    .max(4)
    .describe('The first is where it happened; the rest are what else the entry says.'),
  activation: id.optional().describe('Name of the engine’s activation whose curve is drawn beside it.'),
  terms: z.array(id).default([]).describe('Ids of glossary terms that it is about; their entries lead back here.'),
  lessons: z.array(id).default([]).describe('Ids of lessons that take their time over it.'),
})

export const timelineFileSchema = z.strictObject({
  entries: z.array(entrySchema).min(1).describe('In the order of the years.'),
})

export type EntryText = z.infer<typeof entrySchema>
