import * as z from 'zod/mini'

const answerSchema = z.object({ views: z.number() })

/** Counts a look at the page and says how many there were. Null where nobody answered: a count is nothing to complain about. */
export async function sendView(kind: string, id: string, signal: AbortSignal): Promise<number | null> {
  try {
    const response = await fetch(`/api/views/${kind}/${id}`, { method: 'POST', signal })
    const answer = answerSchema.safeParse(response.ok ? await response.json() : null)
    return answer.success ? answer.data.views : null
  } catch {
    return null
  }
}
