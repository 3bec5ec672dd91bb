/**
 * Numbers in running text, and what stands behind them. A number belongs into
 * `<Value>`, into a `<Claim>`, into maths or code, or into a link's text; what is
 * left over may only count on a dozen fingers. Inside a `<Claim>` that a run
 * backs, a number must be one that the claim checks. That a source says what it
 * is cited for, no program can see.
 */
import type { Nodes, Root } from 'mdast'
import type { ProseFault } from '@/lib/course/prose/check-vocabulary'
import type { Claim } from '@/lib/experiment/claim'

/** Whole numbers up to this are counting, not measuring; with a percent sign behind it, none is. */
const COUNTING = 12

/** A number as the text writes it: `25 %`, `1,024`, `0.9`. */
export interface WrittenNumber {
  text: string
  value: number
  percent: boolean
  line: number
  column: number
}

/** Numbers that nothing backs. `claimOf` finds the claim of a run that an id names; null for a source. */
export function checkNumbers(tree: Root, claimOf: (id: string) => Claim | null = () => null): ProseFault[] {
  const faults: ProseFault[] = []
  const visit = (node: Nodes) => {
    const tag = tagOf(node)
    if (node.type === 'link') return
    if (tag === 'Claim') {
      const id = textOf(node, 'id')
      const claim = id === null ? null : claimOf(id)
      if (claim !== null) faults.push(...numbersIn(node).flatMap((number) => contradiction(number, id ?? '', claim)))
      return
    }
    const found = tag === null ? (node.type === 'text' ? numbersInText(node) : []) : numbersInProps(node)
    for (const { text, line, column, ...number } of found) {
      if (isCounting(number)) continue
      const message = `the number ${text} has nothing behind it: use <Value>, wrap the statement in <Claim>, or set it as maths.`
      faults.push({ line, column, message })
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return faults
}

/** Every number in the text below a node, maths and code left out. */
export function numbersIn(node: Nodes): WrittenNumber[] {
  if (node.type === 'text') return numbersInText(node)
  return 'children' in node ? node.children.flatMap(numbersIn) : []
}

function isCounting({ value, percent }: Pick<WrittenNumber, 'value' | 'percent'>): boolean {
  return !percent && Number.isInteger(value) && value <= COUNTING
}

function contradiction(number: WrittenNumber, id: string, claim: Claim): ProseFault[] {
  const stated = [...parseNumbers(claim.statement ?? '', 1, 1)].map(({ value, percent }) =>
    percent ? value / 100 : value,
  )
  const bounds = [claim.atLeast, claim.atMost, claim.atStep, ...stated].filter((bound) => bound !== undefined)
  const said = number.percent ? number.value / 100 : number.value
  if (isCounting(number) || bounds.some((bound) => Math.abs(bound - said) <= 1e-9 * Math.max(1, Math.abs(bound))))
    return []
  const { line, column } = number
  const message = `${number.text} is not what the claim "${id}" checks (${bounds.join(', ')}). Say what it checks, or put the number outside.`
  return [{ line, column, message }]
}

function numbersInText(node: Extract<Nodes, { type: 'text' }>): WrittenNumber[] {
  const start = node.position?.start ?? { line: 1, column: 1 }
  return [...parseNumbers(node.value, start.line, start.column)]
}

/** What a tag shows as text: a plot's caption, a callout's title. */
function numbersInProps(node: Nodes): WrittenNumber[] {
  const start = node.position?.start ?? { line: 1, column: 1 }
  const texts = [textOf(node, 'caption'), textOf(node, 'title')].filter((text) => text !== null)
  return texts.flatMap((text) =>
    [...parseNumbers(text, start.line, start.column)].map((found) => ({ ...found, ...start })),
  )
}

/** `line` and `column` are where `text` begins. A hyphenated name (CIFAR-10) and an index (x2) are no numbers. */
function* parseNumbers(text: string, line: number, column: number): Generator<WrittenNumber> {
  for (const match of text.matchAll(/(?<![\w.,]|\w-)(\d[\d,]*(?:\.\d+)?|\.\d+)(\s?%|\sper\s?cent)?/g)) {
    const before = text.slice(0, match.index).split('\n')
    const digits = (match[1] ?? '').replace(/,+$/, '')
    yield {
      text: match[0].replace(/,+$/, ''),
      value: Number(digits.replaceAll(',', '')),
      percent: match[2] !== undefined,
      line: line + before.length - 1,
      column: (before.length === 1 ? column : 1) + (before.at(-1)?.length ?? 0),
    }
  }
}

function tagOf(node: Nodes): string | null {
  return node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement' ? node.name : null
}

function textOf(node: Nodes, prop: string): string | null {
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return null
  const found = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === prop)
  return typeof found?.value === 'string' ? found.value : null
}
