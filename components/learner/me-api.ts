/** Who the server says is signed in. */
import * as z from 'zod/mini'
import type { Learner } from '@/lib/journal/row'

const learnerSchema = z.object({ id: z.string(), email: z.string(), name: z.nullable(z.string()) })
const meSchema = z.object({ learner: z.nullable(learnerSchema) })

export type MeAnswer =
  | { status: 'answered'; learner: Learner | null }
  /** Offline, or the server is in trouble: what the browser knew stays true. */
  | { status: 'unknown' }

export async function loadMe(fetch: (input: string, init?: RequestInit) => Promise<Response>): Promise<MeAnswer> {
  try {
    const response = await fetch('/api/me', { cache: 'no-store', headers: { Accept: 'application/json' } })
    if (!response.ok) return { status: 'unknown' }
    const me = meSchema.safeParse(await response.json())
    return me.success ? { status: 'answered', learner: me.data.learner } : { status: 'unknown' }
  } catch {
    return { status: 'unknown' }
  }
}
