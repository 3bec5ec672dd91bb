import type { Nodes, Root } from 'mdast'
import type { ProseFault } from '@/lib/course/prose/check-vocabulary'

/** Whole numbers up to this are counting, not measuring. */
const COUNTING = 12

/**
 * Numbers in running text that nothing backs. A number belongs into `<Value>`,
 * into a `<Claim>`, into maths or code, or into a link's text; what is left over
 * may only count on a dozen fingers.
 */
export function checkNumbers(tree: Root): ProseFault[] {
  const faults: ProseFault[] = []
  const visit = (node: Nodes) => {
    const tag = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement' ? node.name : null
    if (tag === 'Claim' || node.type === 'link') return
    if (node.type === 'text') {
      for (const match of node.value.matchAll(/(?<![\w-])\d+(?:[.,]\d+)*/g)) {
        if (/^\d+$/.test(match[0]) && Number(match[0]) <= COUNTING) continue
        const start = node.position?.start ?? { line: 1, column: 1 }
        const before = node.value.slice(0, match.index).split('\n')
        const line = start.line + before.length - 1
        const column = (before.length === 1 ? start.column : 1) + (before.at(-1)?.length ?? 0)
        const message = `the number ${match[0]} has nothing behind it: use <Value>, wrap the statement in <Claim>, or set it as maths.`
        faults.push({ line, column, message })
      }
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return faults
}
