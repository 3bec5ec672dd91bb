import { findLearner } from '@/lib/auth/session/current-learner'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** Who is signed in; null for a guest. */
export const GET = route(async (request) => Response.json({ learner: await findLearner(request) }))
