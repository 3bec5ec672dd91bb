/** `npm run check:content`: every fault of the whole content at once, `file: key: what is wrong, what to do`. */
import { checkContent } from '@/lib/course/check/check-content'
import { describeProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'

const { problems } = checkContent(contentRoot())
for (const problem of problems) console.log(describeProblem(problem))
process.exitCode = problems.length > 0 ? 1 : 0
