/**
 * The text of prose as a reader sees it, without marks: for searching and quoting. Lessons are told section by section,
 * so that an answer leads to the place. What a tag brings in is left out where it would give something away: a card's
 * back, a question, its answers.
 */
import type { Nodes } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { headingsOf, parseProse } from '@/lib/course/prose/lesson-prose'
import { parseMarkdown } from '@/lib/course/prose/markdown'
import { literalOf } from '@/lib/course/prose/mdx-literal'
import { factOf } from '@/lib/course/values'
import { plainTex } from './plain-tex'

export interface Section {
  title: string
  /** Null for what stands before the first heading. */
  anchor: string | null
  text: string
}

const BLOCKS = new Set([
  'paragraph',
  'listItem',
  'tableCell',
  'tableRow',
  'code',
  'math',
  'blockquote',
  'mdxJsxFlowElement',
])

/** A lesson's sections in order; the first, without an anchor, may be empty. Throws where it is not valid MDX. */
export function sectionsOf(source: string): Section[] {
  const tree = parseProse(source)
  const headings = headingsOf(tree)
  const sections: Section[] = [{ title: '', anchor: null, text: '' }]
  for (const node of tree.children) {
    const current = sections.at(-1)
    if (node.type === 'heading') {
      const heading = headings.find(({ line }) => line === node.position?.start.line)
      sections.push({ title: textOf(node), anchor: heading?.anchor ?? null, text: '' })
    } else if (current) current.text = tidy(`${current.text} ${textOf(node)}`)
  }
  return sections
}

/** The text of small Markdown: a card's front, a definition. */
export function plainMarkdown(source: string): string {
  return textOf(parseMarkdown(source))
}

function textOf(node: Nodes): string {
  return tidy(collect(node))
}

function collect(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return spaced(node, node.value)
    case 'math':
    case 'inlineMath':
      return spaced(node, plainTex(node.value))
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return spaced(node, tagText(node))
    case 'break':
      return ' '
    default:
      return 'children' in node ? spaced(node, childrenText(node)) : ''
  }
}

function childrenText(node: { children: Nodes[] }): string {
  return node.children.map(collect).join('')
}

/** Blocks are words apart; what stands in a line is not. */
function spaced(node: Nodes, text: string): string {
  return BLOCKS.has(node.type) ? ` ${text} ` : text
}

function tagText(node: MdxJsxFlowElement | MdxJsxTextElement): string {
  const props = new Map<string, unknown>()
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute') props.set(attribute.name, literalOf(attribute)?.value)
  }
  if (node.name === 'Value') return valueText(props.get('of'), props.get('digits'))
  const said = [props.get('title'), props.get('caption')].filter((text) => typeof text === 'string')
  return [...said, childrenText(node)].join(' ')
}

function valueText(of: unknown, digits: unknown): string {
  if (typeof of !== 'string') return ''
  return String(Number(factOf(of).toPrecision(typeof digits === 'number' ? digits : 6))).replace('-', '−')
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
