/**
 * The learner's event: the one unit in which study is recorded, in the browser's
 * journal and in the server's log alike. State (schedules, progress) is never
 * stored, only folded from events. Not here: what the server adds on receipt.
 */
import * as z from 'zod'
import { GRADES } from '@/lib/review/grade'

export { GRADES, type Grade } from '@/lib/review/grade'
export { EVENTS_PER_REQUEST } from './events-per-request'

/** Lower case only, so that one id has one spelling in every database. */
const uuid = z.uuid().lowercase('must be written in lower case')

/** Kept to the millisecond, so that a stored event reads back exactly as it was sent. */
const occurredAt = z.iso
  .datetime()
  .refine((at) => at >= '2000' && at < '2100', 'must lie between the years 2000 and 2100')
  .overwrite((at) => (Number.isNaN(Date.parse(at)) ? at : new Date(at).toISOString()))

const itemId = z
  .string()
  .regex(/^[a-z0-9]+(?:[-./][a-z0-9]+)*$/, 'must be a content id')
  .max(200)

/** What every event carries, whatever the learner did. */
const common = {
  /** Made by the client; the idempotency key. */
  id: uuid,
  /** The card, question, lesson or experiment it is about. */
  itemId,
  /** Short content hash of the item as the learner saw it. */
  itemVersion: z
    .string()
    .regex(/^[\w.-]+$/, 'must be a content hash')
    .max(64),
  occurredAt,
  /** IANA name, e.g. `Europe/Zurich`: the learner's day is computed from it. */
  timeZone: z
    .string()
    .regex(/^[\w+/-]+$/, 'must be an IANA time zone')
    .max(64),
  deviceId: uuid,
  elapsedMs: z.int().min(0).max(86_400_000),
}

/** One of the answers that a question before a run offers. */
const answer = z
  .string()
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'must be the id of an answer')
  .max(64)

/** What the learner expects of a run, and how surely, said before it starts. */
export const predictionSchema = z
  .strictObject({
    /** As it was put to them. */
    question: z.string().min(1).max(300),
    answers: z.array(answer).min(2).max(12),
    guess: answer,
    /** The probability that they gave to their guess. */
    confidence: z.number().min(0).max(1),
  })
  .refine(({ answers, guess }) => answers.includes(guess), 'must guess one of the answers')
export type Prediction = z.infer<typeof predictionSchema>

/** One plotted point: [step, value]. */
const point = z.tuple([z.int().min(0), z.number()])

/** A finished training run, as much of it as a dashboard and a later replay need. */
export const runSchema = z.strictObject({
  /** The ExperimentSpec that was run; checked against its own schema by the server. */
  spec: z.record(z.string(), z.unknown()),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  /** Version of the numeric spec the bits belong to. */
  numerics: z.string().max(32),
  /** SHA-256 (hex) of the data set's bytes, or the generator's name for made data. */
  dataHash: z.string().max(64),
  outcome: z.enum(['finished', 'diverged']),
  steps: z.int().min(0),
  weightHash: z.string().regex(/^[0-9a-f]{64}$/),
  validation: z.strictObject({ accuracy: z.number().min(0).max(1).nullable(), loss: z.number().nullable() }),
  elapsedMs: z.int().min(0),
  /** Multiply-adds of one training step on one example, forward and backward. */
  multiplyAdds: z.number().min(0),
  /** At most 200 points a curve. */
  curves: z.strictObject({ loss: z.array(point).max(200), accuracy: z.array(point).max(200) }),
})
export type Run = z.infer<typeof runSchema>

export const questionAnsweredSchema = z.strictObject({
  ...common,
  kind: z.literal('question-answered'),
  /** Ids of options. */
  payload: z.strictObject({ chosen: z.array(z.string().max(64)).min(1).max(20) }),
})

export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('lesson-opened'), payload: z.strictObject({}) }),
  z.strictObject({ ...common, kind: z.literal('card-reviewed'), payload: z.strictObject({ grade: z.enum(GRADES) }) }),
  questionAnsweredSchema,
  z.strictObject({ ...common, kind: z.literal('run-finished'), payload: runSchema }),
  z.strictObject({ ...common, kind: z.literal('outcome-predicted'), payload: predictionSchema }),
  /** What the run that a prediction was about came to. */
  z.strictObject({
    ...common,
    kind: z.literal('outcome-seen'),
    payload: z.strictObject({ predictionId: uuid, outcome: answer }),
  }),
  /** Undo: takes one earlier event of the same learner out of the effective log. */
  z.strictObject({ ...common, kind: z.literal('event-retracted'), payload: z.strictObject({ eventId: uuid }) }),
])
export type LearnerEvent = z.infer<typeof eventSchema>
export type EventKind = LearnerEvent['kind']
export type EventOf<K extends EventKind> = Extract<LearnerEvent, { kind: K }>
