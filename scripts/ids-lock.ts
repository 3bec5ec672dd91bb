/** Writes content/ids.lock: adds the ids that are new, keeps those that were, refuses while content has other faults. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '@/lib/course/check/check-content'
import { nextLock, parseLock } from '@/lib/course/check/content-ids'
import { describeProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'

const path = join(contentRoot(), 'ids.lock')
const { problems, ids } = checkContent(contentRoot())
const others = problems.filter((problem) => problem.file !== 'content/ids.lock')
if (others.length > 0) {
  console.error(`The lock was not written: mend the content first.\n${others.map(describeProblem).join('\n')}`)
  process.exit(1)
}
const before = existsSync(path) ? parseLock(readFileSync(path, 'utf8')) : []
writeFileSync(path, nextLock(before, ids))
const lost = problems.filter((problem) => problem.message.includes('is gone'))
if (lost.length > 0) console.error(lost.map(describeProblem).join('\n'))
console.log(
  `content/ids.lock: ${ids.current.length} ids, ${ids.current.filter((id) => !before.includes(id)).length} new.`,
)
process.exit(lost.length > 0 ? 1 : 0)
