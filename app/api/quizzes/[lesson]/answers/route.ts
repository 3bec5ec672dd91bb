import { findExpectedLearner } from '@/lib/auth/session/current-learner'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { answerQuestion } from '@/lib/progress/answer-question'
import { answerRequestSchema } from '@/lib/progress/event-requests'

/** Scores an answer: the first moment at which anything that gives it away leaves the server. */
export const POST = route<{ lesson: string }>(async (request, { lesson }) => {
  const { event } = await readJson(request, answerRequestSchema)
  const learner = await findExpectedLearner(request)
  return Response.json(
    await answerQuestion(event, { lessonId: lesson, learnerId: learner?.id ?? null, now: Date.now() }),
  )
})
