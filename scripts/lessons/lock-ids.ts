import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '@/lib/course/check/check-content'
import { nextLock, parseLock } from '@/lib/course/check/content-ids'
import type { ContentProblem } from '@/lib/course/files/content-error'

export interface LockOutcome {
  /** Faults outside of the lock; with any, nothing is written. */
  faults: ContentProblem[]
  /** Ids that were published and are gone. */
  lost: ContentProblem[]
  ids: number
  added: number
}

/** Adds the ids that are new to `ids.lock` and keeps those that were. `root` is the content folder. */
export function lockIds(root: string): LockOutcome {
  const path = join(root, 'ids.lock')
  const { problems, ids } = checkContent(root)
  const before = existsSync(path) ? parseLock(readFileSync(path, 'utf8')) : []
  const faults = problems.filter((problem) => problem.file !== 'content/ids.lock')
  const lost = problems.filter((problem) => problem.message.includes('is gone'))
  if (faults.length === 0) writeFileSync(path, nextLock(before, ids))
  return { faults, lost, ids: ids.current.length, added: ids.current.filter((id) => !before.includes(id)).length }
}
