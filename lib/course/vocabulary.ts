/**
 * The tags an author may use in MDX, and their props. The components in
 * `components/lesson` take `z.infer` of these; remark-vocabulary.mjs checks them
 * when a lesson is compiled. This file imports zod and nothing else, because the
 * bundler's worker loads it on its own. Whether an id exists is checked where
 * the ids are known: by the content test and again when the page is rendered.
 */
import * as z from 'zod'

const localId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')

/** Name of an activation in the engine's registry, such as `leaky-relu`. */
const activationName = localId

export const plotProps = z.strictObject({
  of: z
    .union([activationName, z.array(activationName).min(1).max(6)])
    .describe('One activation or several, drawn together.'),
  derivative: z.boolean().optional().describe('Whether f′ is drawn below f; true unless said otherwise.'),
  from: z.number().min(-20).max(20).optional().describe('Left end of the x axis; −4 unless said otherwise.'),
  to: z.number().min(-20).max(20).optional().describe('Right end of the x axis; 4 unless said otherwise.'),
  caption: z.string().min(10).describe('What the reader should see in it.'),
})

export const experimentProps = z.strictObject({
  id: localId.describe('File name in experiments/, without .yaml.'),
})

export const cardProps = z.strictObject({
  id: localId.describe('Id of a card in cards.yaml, without the lesson.'),
})

export const quizProps = z.strictObject({
  id: localId.describe('Id of a question in quiz.yaml, without the lesson.'),
})

export const CALLOUT_TONES = ['note', 'key', 'predict', 'warning', 'myth'] as const

export const calloutProps = z.strictObject({
  tone: z.enum(CALLOUT_TONES).describe('What kind of aside it is.'),
  title: z.string().min(2).max(90).optional().describe('Heading of the box; the tone’s own word unless given.'),
})

export const FORMULA_PARTS = ['definition', 'derivative', 'range'] as const

export const formulaProps = z.strictObject({
  of: activationName.describe('The activation whose definition, derivative and range are set.'),
  part: z.enum(FORMULA_PARTS).optional().describe('One of the three, set in the line; all in a box unless given.'),
})

/** Names of versions, for what one telling of a lesson states and another leaves out. */
const onlyIn = z
  .string()
  .regex(/^[a-z0-9-]+(?: [a-z0-9-]+)*$/, 'must be names of versions, with a space between two')
  .optional()
  .describe('The versions of the lesson that state it, where not all of them do.')

export const valueProps = z.strictObject({
  of: z
    .string()
    .regex(/^[a-z0-9-]+\.[a-zA-Z0-9-]+$/, 'must read "<activation>.<fact>", such as "gelu.min"')
    .describe('`<activation>.<fact>`: a fact of the engine’s registry.'),
  digits: z.int().min(1).max(15).optional().describe('Significant digits; 6 unless said otherwise.'),
  onlyIn,
})

export const claimProps = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)?$/, 'must be a source’s id or "<experiment>.<claim>"')
    .describe('What backs the statement: a source of lesson.yaml, or `<experiment>.<claim>`.'),
  contested: z.boolean().optional().describe('True where the field has not settled it.'),
  onlyIn,
})

/** The threads of the topic's history, in the order in which they are listed. */
export const STRANDS = ['functions', 'training', 'architectures', 'theory'] as const

const timelineYear = z.int().min(1800).max(2100)

export const timelineProps = z.strictObject({
  from: timelineYear.optional().describe('The first year; the beginning unless said otherwise.'),
  to: timelineYear.optional().describe('The last year; today unless said otherwise.'),
  strand: z.enum(STRANDS).optional().describe('One thread of the story; all unless said otherwise.'),
})

/** A widget of the workbench; all of them are written alike. */
export const labProps = z.strictObject({
  settings: z
    .string()
    .max(2048)
    .optional()
    .describe('What stands after `widget=…&` in a link that /lab makes, such as "f=relu,selu&to=8".'),
  caption: z.string().min(10).optional().describe('What the reader should see in it; what it is unless given.'),
})

/** Besides, a task that the learner is set: lib/lab/goal.ts. */
export const playgroundProps = labProps.extend({
  goal: z
    .string()
    .max(200)
    .optional()
    .describe('A task, checked against the run, such as "data=spiral&units=12&accuracy=95".'),
})

interface TagRule {
  props: z.ZodObject
  /** Whether something stands between the opening and the closing tag. */
  children: 'none' | 'required'
}

export const vocabulary: Record<string, TagRule> = {
  Plot: { props: plotProps, children: 'none' },
  Experiment: { props: experimentProps, children: 'none' },
  Card: { props: cardProps, children: 'none' },
  Quiz: { props: quizProps, children: 'none' },
  Callout: { props: calloutProps, children: 'required' },
  Formula: { props: formulaProps, children: 'none' },
  Value: { props: valueProps, children: 'none' },
  Claim: { props: claimProps, children: 'required' },
  Timeline: { props: timelineProps, children: 'none' },
  Plotter: { props: labProps, children: 'none' },
  SoftmaxLab: { props: labProps, children: 'none' },
  Playground: { props: playgroundProps, children: 'none' },
  BackpropView: { props: labProps, children: 'none' },
  DepthLab: { props: labProps, children: 'none' },
  DeadUnitLab: { props: labProps, children: 'none' },
  CalibrationLab: { props: labProps, children: 'none' },
  CnnLab: { props: labProps, children: 'none' },
}

/** HTML that Markdown has no mark for. They take no attributes. */
export const PLAIN_TAGS = ['kbd', 'sub', 'sup', 'br'] as const

export type PlotProps = z.infer<typeof plotProps>
export type ExperimentProps = z.infer<typeof experimentProps>
export type CardProps = z.infer<typeof cardProps>
export type QuizProps = z.infer<typeof quizProps>
export type CalloutProps = z.infer<typeof calloutProps>
export type CalloutTone = (typeof CALLOUT_TONES)[number]
export type FormulaProps = z.infer<typeof formulaProps>
export type ValueProps = z.infer<typeof valueProps>
export type ClaimProps = z.infer<typeof claimProps>
export type LabTagProps = z.infer<typeof labProps> & Pick<z.infer<typeof playgroundProps>, 'goal'>
export type Strand = (typeof STRANDS)[number]
export type TimelineProps = z.infer<typeof timelineProps>
