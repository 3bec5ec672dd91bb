import { requireLearner } from '@/lib/auth/session/current-learner'
import { parseBody, readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { appendEvents } from '@/lib/progress/append-events'
import { appendRequestSchema, listRequestSchema } from '@/lib/progress/event-requests'
import { listEvents } from '@/lib/progress/list-events'

export const dynamic = 'force-dynamic'

/** The learner's log, a page at a time: `?after=SEQ`. */
export const GET = route(async (request) => {
  const learner = await requireLearner(request)
  const { after } = parseBody(Object.fromEntries(new URL(request.url).searchParams), listRequestSchema)
  return Response.json(await listEvents(learner.id, after))
})

/** Adds events; repeating it changes nothing. */
export const POST = route(async (request) => {
  const learner = await requireLearner(request)
  const { events } = await readJson(request, appendRequestSchema)
  return Response.json(await appendEvents(learner.id, events, Date.now()))
})
