import * as z from 'zod'
import { EVENTS_PER_REQUEST, eventSchema, questionAnsweredSchema } from '@/lib/events/event'
import { experimentSchema } from '@/lib/experiment/spec-schema'

/** A run's recipe must be one that the engine can run: what is kept can be replayed. */
const receivedEventSchema = eventSchema.superRefine((event, context) => {
  if (event.kind !== 'run-finished') return
  const problem = experimentSchema.safeParse(event.payload.spec).error?.issues[0]
  if (problem) context.addIssue({ ...problem, code: 'custom', path: ['payload', 'spec', ...problem.path] })
})

/** Body of `POST /api/me/events`. */
export const appendRequestSchema = z.strictObject({ events: z.array(receivedEventSchema).max(EVENTS_PER_REQUEST) })

/** Body of `POST /api/quizzes/[lesson]/answers`. */
export const answerRequestSchema = z.strictObject({ event: questionAnsweredSchema })

/** Query of `GET /api/me/events`: a `seq`, 0 for the beginning. */
export const listRequestSchema = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,10}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().max(2 ** 31 - 1))
    .default(0),
})
