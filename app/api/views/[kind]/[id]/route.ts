import { HttpProblem } from '@/lib/http/problem'
import { route } from '@/lib/http/route'
import { countView } from '@/lib/views/count-view'
import { findPage } from '@/lib/views/page'
import { findVisitor } from '@/lib/views/visitor'

/** Counts this visitor's look at a lesson or chapter, and says how often it was seen. Repeating it changes nothing. */
export const POST = route<{ kind: string; id: string }>(async (request, { kind, id }) => {
  const page = findPage(kind, id)
  if (page === null)
    throw new HttpProblem(404, 'Views are counted for lessons and chapters: there is none of this name.')
  return Response.json({ views: await countView(page, findVisitor(request), Date.now()) })
})
