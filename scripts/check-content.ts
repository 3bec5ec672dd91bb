/**
 * `npm run check:content`: every fault of the whole content at once, `file: key: what is wrong, what to do`, and what of
 * a new lesson is still to be written. Ends with 1 where there is a fault.
 */
import { buildCatalog } from '@/lib/course/catalog'
import { checkContent } from '@/lib/course/check/check-content'
import { findPlaceholders } from '@/lib/course/check/placeholders'
import { describeProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'

const root = contentRoot()
const { problems } = checkContent(root)
const left = findPlaceholders(root, buildCatalog(root).catalog)
for (const problem of problems) console.log(describeProblem(problem))
if (left.length > 0) console.log(`\nStill to be written:\n${left.map(describeProblem).join('\n')}\n`)
const faults = problems.length === 1 ? '1 fault' : `${problems.length === 0 ? 'no' : problems.length} faults`
console.log(`content: ${faults}${left.length > 0 ? `, ${left.length} places to be written` : ''}.`)
process.exitCode = problems.length > 0 ? 1 : 0
