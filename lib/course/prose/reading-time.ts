/**
 * How long a text takes to read, in whole minutes. Pure: tree in, minutes out.
 * English non-fiction is read at 238 words a minute (M. Brysbaert 2019, "How
 * many words do we read per minute?", Journal of Memory and Language 109). That
 * a displayed formula takes ten seconds and a line of code two is an estimate
 * of ours. Experiments, cards and questions are not counted: whoever runs them
 * decides for how long.
 */
import type { Nodes, Root } from 'mdast'

const WORDS_PER_MINUTE = 238
const SECONDS_PER_FORMULA = 10
const SECONDS_PER_LINE_OF_CODE = 2

export function readingMinutes(tree: Root): number {
  return Math.max(1, Math.round(secondsOf(tree) / 60))
}

function secondsOf(node: Nodes): number {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return (wordsIn(node.value) * 60) / WORDS_PER_MINUTE
    case 'inlineMath':
      return 60 / WORDS_PER_MINUTE
    case 'math':
      return SECONDS_PER_FORMULA
    case 'code':
      return node.value.split('\n').filter((line) => line.trim() !== '').length * SECONDS_PER_LINE_OF_CODE
    default:
      return 'children' in node ? node.children.reduce((sum, child) => sum + secondsOf(child), 0) : 0
  }
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
