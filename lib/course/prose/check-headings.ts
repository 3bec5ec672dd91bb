import type { Root } from 'mdast'
import { LOCAL_ID } from '@/lib/course/ids'
import type { ProseFault } from './check-vocabulary'
import { headingsOf } from './lesson-prose'

/** Headings whose id cannot be an address, or is that of another: what points at them would lead astray. */
export function checkHeadings(tree: Root): ProseFault[] {
  const headings = headingsOf(tree)
  return headings.flatMap(({ anchor, depth, line, title }, index) => {
    const place = { line, column: 1 }
    if (depth === 1) return [{ ...place, message: 'the title comes from the YAML file beside it: begin with "##".' }]
    if (!LOCAL_ID.test(anchor)) {
      const message = `"${anchor}" cannot be the id of a heading. Write lower-case words joined by hyphens: ## ${title} {/* #its-id */}.`
      return [{ ...place, message }]
    }
    const first = headings.findIndex((other) => other.anchor === anchor)
    if (first === index) return []
    const message = `the heading of line ${headings[first]?.line} has the id "${anchor}" too. Give this one its own: ## ${title} {/* #its-id */}.`
    return [{ ...place, message }]
  })
}
