import katex from 'katex'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { ProseFault } from './check-vocabulary'

/** Every formula between dollar signs that KaTeX cannot set, with its place and KaTeX's reason. */
export function checkMaths(tree: Root): ProseFault[] {
  const faults: ProseFault[] = []
  visit(tree, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return
    try {
      katex.renderToString(node.value, { output: 'mathml', strict: 'error', throwOnError: true })
    } catch (error) {
      const { line, column } = node.position?.start ?? { line: 1, column: 1 }
      faults.push({ line, column, message: `maths: ${error instanceof Error ? error.message : String(error)}` })
    }
  })
  return faults
}
