/**
 * What the rest of the site must know about a lesson's prose without running
 * it: its headings with their anchors, which tags it uses, where it links. Pure:
 * text in, facts out. The anchors are those that remark-heading-ids and
 * rehype-slug write.
 */
import GithubSlugger from 'github-slugger'
import type { Root, Heading as Title } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { writtenIdOf } from '@/lib/course/remark-heading-ids.mjs'

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath).freeze()

export interface Heading {
  depth: number
  title: string
  anchor: string
  line: number
}

/** The syntax tree of a lesson; throws a VFileMessage with line and column where it is not valid MDX. */
export function parseProse(source: string): Root {
  return parser.parse(source) as Root
}

export function headingsOf(tree: Root): Heading[] {
  const slugger = new GithubSlugger()
  const headings: Heading[] = []
  visit(tree, 'heading', (node) => {
    const title = titleOf(node)
    const anchor = writtenIdOf(node) ?? slugger.slug(title)
    headings.push({ depth: node.depth, title, anchor, line: node.position?.start.line ?? 1 })
  })
  return headings
}

function titleOf(node: Title): string {
  return textOf({ ...node, children: node.children.filter(({ type }) => type !== 'mdxTextExpression') }).trim()
}

export interface ProseLink {
  url: string
  line: number
  column: number
}

/** Every Markdown link, in order, and every address that is defined for some. */
export function linksOf(tree: Root): ProseLink[] {
  const links: ProseLink[] = []
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    links.push({ url: node.url, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 })
  })
  return links
}
