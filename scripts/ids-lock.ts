/** Writes content/ids.lock: adds the ids that are new, keeps those that were, refuses while content has other faults. */
import { describeProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { lockIds } from './lessons/lock-ids'

const { faults, lost, ids, added } = lockIds(contentRoot())
if (faults.length > 0) {
  console.error(`The lock was not written: mend the content first.\n${faults.map(describeProblem).join('\n')}`)
} else {
  if (lost.length > 0) console.error(lost.map(describeProblem).join('\n'))
  console.log(`content/ids.lock: ${ids} ids, ${added} new.`)
}
process.exitCode = faults.length + lost.length > 0 ? 1 : 0
