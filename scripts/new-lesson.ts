/** `npm run new:lesson -- <chapter> <slug>`: a lesson that passes every check, for an author to fill. */
import { describeProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { lockIds } from './lessons/lock-ids'
import { planLesson } from './lessons/plan-lesson'
import { writeLesson } from './lessons/write-lesson'

const USAGE = 'Usage: npm run new:lesson -- <chapter> <slug>, such as activation-functions two-kinds-of-error.'

function newLesson([chapter, slug, ...rest]: string[]): number {
  if (chapter === undefined || slug === undefined || rest.length > 0) {
    console.error(USAGE)
    return 1
  }
  const root = contentRoot()
  const plan = planLesson(root, chapter, slug)
  if ('refusal' in plan) {
    console.error(plan.refusal)
    return 1
  }
  writeLesson(root, plan)
  console.log(
    `content/${plan.folder}: a lesson with the id "${plan.id}"${plan.planned === null ? '' : ', no longer planned'}.`,
  )
  const { faults } = lockIds(root)
  if (faults.length > 0) {
    console.error(`Its ids are not in content/ids.lock yet: mend what is wrong, then npm run ids:lock.`)
    console.error(faults.map(describeProblem).join('\n'))
    return 1
  }
  console.log('Its ids are in content/ids.lock and its objectives in docs/curriculum.md.')
  console.log('Replace whatever says [to write: …]; npm run check:content tells what is left. See content/README.md.')
  return 0
}

process.exitCode = newLesson(process.argv.slice(2))
