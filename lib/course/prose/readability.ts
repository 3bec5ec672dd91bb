/**
 * How hard a section's sentences are, as a number. Pure: tree in, sections with
 * their LIX out. LIX is the mean length of a sentence in words plus the share of
 * words with more than six letters, in percent (C. H. Björnsson 1983,
 * "Readability of newspapers in 11 languages", Reading Research Quarterly 18,
 * 480–497). It needs no count of syllables, so that two programs get the same.
 *
 * Counted is running text: paragraphs and list items. Not counted: headings,
 * tables, code. A formula or a piece of code in a line stands for one short word.
 */
import type { Nodes, Root } from 'mdast'
import { headingsOf } from './lesson-prose'

export interface SectionReadability {
  /** Null before the first heading. */
  anchor: string | null
  /** Of its heading. */
  line: number
  words: number
  sentences: number
  lix: number
  longest: { words: number; line: number; start: string }
}

const LONG_WORD = 7
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Sections as `##` and `###` divide the text; those without running text are left out. */
export function readabilityOf(tree: Root): SectionReadability[] {
  const headings = headingsOf(tree)
  const parts: { anchor: string | null; line: number; found: Sentence[] }[] = [{ anchor: null, line: 1, found: [] }]
  for (const node of tree.children) {
    const line = node.position?.start.line ?? 1
    const heading = node.type === 'heading' ? headings.find((one) => one.line === line) : undefined
    if (heading !== undefined) parts.push({ anchor: heading.anchor, line, found: [] })
    else parts.at(-1)?.found.push(...sentencesIn(node))
  }
  return parts.flatMap(({ anchor, line, found }) => {
    const words = found.flatMap((sentence) => sentence.words)
    const [first, ...rest] = found
    if (first === undefined) return []
    const long = words.filter((word) => (word.match(/\p{L}/gu) ?? []).length >= LONG_WORD).length
    const longest = rest.reduce((most, one) => (one.words.length > most.words.length ? one : most), first)
    return [
      {
        anchor,
        line,
        words: words.length,
        sentences: found.length,
        lix: words.length / found.length + (100 * long) / words.length,
        longest: { words: longest.words.length, line: longest.line, start: longest.words.slice(0, 6).join(' ') },
      },
    ]
  })
}

interface Sentence {
  line: number
  words: string[]
}

function sentencesIn(node: Nodes): Sentence[] {
  switch (node.type) {
    case 'paragraph': {
      const line = node.position?.start.line ?? 1
      return [...sentences.segment(wordsOf(node))].flatMap(({ segment }) => {
        const words = segment.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
        return words.length === 0 ? [] : [{ line, words }]
      })
    }
    case 'table':
      return []
    default:
      return 'children' in node ? node.children.flatMap(sentencesIn) : []
  }
}

/** Text as it is read aloud. What is set in symbols is one short word, with a capital, since it may begin a sentence. */
function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'inlineMath':
    case 'inlineCode':
      return 'X'
    case 'mdxJsxTextElement':
      return node.name === 'Value' ? 'X' : node.children.map(wordsOf).join('')
    case 'break':
      return ' '
    default:
      return 'children' in node ? node.children.map(wordsOf).join('') : ''
  }
}
