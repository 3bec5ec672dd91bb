import { HttpProblem } from '@/lib/http/problem'
import { route } from '@/lib/http/route'

/** An address of the API that does not exist answers like the API, not with a page. */
const answer = route<{ unknown: string[] }>(async () => {
  throw new HttpProblem(404, 'There is nothing at this address.')
})

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
