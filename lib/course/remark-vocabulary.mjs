/**
 * The remark plugin that fails a build where a lesson leaves the vocabulary or
 * its maths cannot be set. A thin shell in plain JavaScript, because the
 * bundler's worker loads it without a compiler; the rules are in
 * prose/check-prose.ts, which tsx loads.
 */
import { fileURLToPath } from 'node:url'
import { tsImport } from 'tsx/esm/api'

/** The project's tsconfig, so that `@/…` resolves from whichever folder the bundler's worker was started in. */
const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url))

let rules

export default function remarkVocabulary() {
  return async (tree, file) => {
    rules ??= tsImport('./prose/check-prose.ts', { parentURL: import.meta.url, tsconfig })
    const { proseFaults } = await rules
    const faults = proseFaults(tree)
    const first = faults[0]
    if (first === undefined) return
    const name = (file.path ?? 'lesson.mdx').replaceAll('\\', '/').replace(/^.*\/(?=content\/)/, '')
    const sentences = faults.map((fault) => `${name}:${fault.line}:${fault.column}: ${fault.message}`)
    file.fail(sentences.join('\n'), { line: first.line, column: first.column }, 'nonlinear:vocabulary')
  }
}
