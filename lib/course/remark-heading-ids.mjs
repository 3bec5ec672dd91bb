/**
 * The remark plugin by which a heading has an id that its words do not give: an
 * MDX comment behind its title, with `#what-it-costs` in it. rehype-slug leaves
 * such an id alone. Plain JavaScript, because the bundler's worker loads it
 * without a compiler; prose/lesson-prose.ts reads headings by the same rule.
 */
import { visit } from 'unist-util-visit'

/** What a heading says behind `#` in a comment at its end, valid as an id or not; null where it says nothing. */
export function writtenIdOf(heading) {
  const last = heading.children.at(-1)
  if (last?.type !== 'mdxTextExpression') return null
  return /^\s*\/\*\s*#(.*?)\s*\*\/\s*$/.exec(last.value)?.[1] ?? null
}

export default function remarkHeadingIds() {
  return (tree) => {
    visit(tree, 'heading', (heading) => {
      if (heading.children.at(-1)?.type !== 'mdxTextExpression') return
      const id = writtenIdOf(heading)
      heading.children.pop()
      const before = heading.children.at(-1)
      if (before?.type === 'text') before.value = before.value.trimEnd()
      if (id !== null) heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } }
    })
  }
}
