/**
 * A step as an equation, in lines of parts: first in letters, then in numbers, sums written out. The parts are set as MathML
 * by components/lab/backprop-view/equation.tsx and written as plain text by equationText. Nothing is computed here.
 */
import { formatNumber } from '@/components/plot/format-number'
import { activations } from '@/lib/engine'
import { LOSS, type LossKind, type Name, type NetworkPlan, nameOf, type Unit } from './network-plan'
import type { StepFact, TapeRun } from './tape-run'

export type Part =
  /** An operator: `=`, `+`, `·`. */
  | string
  | { name: Name; now?: boolean }
  /** ∂L/∂ of it. */
  | { partial: Name; now?: boolean }
  | { number: number }
  | { words: string }

export type Line = readonly Part[]

const DIGITS = 5

export function equationOf(
  fact: StepFact,
  { plan, values, loss }: { plan: NetworkPlan; values: TapeRun['values']; loss: LossKind },
): readonly Line[] {
  const name = (id: string) => ({ name: nameOf(plan, id) })
  const partial = (id: string) => ({ partial: nameOf(plan, id) })
  switch (fact.kind) {
    case 'start':
      return []
    case 'term': {
      const { unit, index, weight, input, before, product, after } = fact
      const so = before === null ? [] : [number(before), '+']
      return [
        sumLine(unit, plan, index),
        [
          { words: index === 0 ? 'first:' : 'so far:' },
          ...so,
          ...times(weight, input),
          ...(before === null ? [] : ['=', number(before), '+', ...inBrackets(product)]),
          '=',
          number(after),
        ],
      ]
    }
    case 'bias':
      return [
        sumLine(fact.unit, plan, 'bias'),
        [
          ...writtenOut(fact.unit, values),
          '=',
          number(fact.before),
          '+',
          ...inBrackets(fact.bias),
          '=',
          number(fact.after),
        ],
      ]
    case 'activation': {
      const symbol = functionText(fact.unit)
      return [
        [name(fact.unit.a), '=', { words: symbol }, '(', name(fact.unit.z), ')'],
        [{ words: symbol }, '(', number(fact.z), ')', '=', number(fact.a)],
      ]
    }
    case 'loss':
      return [[name(LOSS), '=', ...LOSS_FORMULAS[loss].value, '=', number(fact.loss)]]
    case 'seed':
      return [[partial(LOSS), '=', number(1)]]
    case 'loss-back':
      return [
        [partial('ao'), '=', partial(LOSS), '·', ...LOSS_FORMULAS[loss].slope],
        [...times(fact.upstream, fact.slope), '=', number(fact.gradient)],
      ]
    case 'activation-back': {
      const symbol = functionText(fact.unit)
      return [
        [partial(fact.unit.z), '=', partial(fact.unit.a), '·', { words: `${symbol}′` }, '(', name(fact.unit.z), ')'],
        [...times(fact.upstream, fact.slope), '=', number(fact.gradient)],
      ]
    }
    case 'bias-back':
      return [[partial(fact.unit.bias), '=', partial(fact.unit.z), '=', number(fact.gradient)]]
    case 'weight-back': {
      const { weight = '', source = '' } = fact.unit.terms[fact.index] ?? {}
      return [
        [partial(weight), '=', partial(fact.unit.z), '·', name(source)],
        [...times(fact.delta, fact.input), '=', number(fact.gradient)],
      ]
    }
    case 'input-back': {
      const { source = '' } = fact.unit.terms[fact.index] ?? {}
      const { delta, weight, before, share, after } = fact
      return [
        [partial(source), '=', ...sharesOf(source, fact.unit, plan)],
        [
          ...(before === null ? [] : [number(before), '+']),
          ...times(delta, weight),
          ...(before === null ? [] : ['=', number(before), '+', ...inBrackets(share)]),
          '=',
          number(after),
        ],
      ]
    }
    case 'update':
      return [
        [name(fact.parameter), '←', name(fact.parameter), '−', { words: 'η' }, '·', partial(fact.parameter)],
        [number(fact.old), '−', ...times(fact.rate, fact.gradient), '=', number(fact.updated)],
      ]
    case 'loss-after':
      return [
        [
          { words: 'before' },
          name(LOSS),
          '=',
          number(fact.before),
          { words: ', after' },
          name(LOSS),
          '=',
          number(fact.after),
        ],
      ]
  }
}

/** z = w₁x₁ + w₂x₂ + b, with the addend of this step marked. */
function sumLine(unit: Unit, plan: NetworkPlan, now: number | 'bias'): Line {
  const terms = unit.terms.flatMap(({ weight, source }, index): Part[] => [
    ...(index === 0 ? [] : ['+']),
    { name: nameOf(plan, weight), now: index === now },
    { name: nameOf(plan, source), now: index === now },
  ])
  return [{ name: nameOf(plan, unit.z) }, '=', ...terms, '+', { name: nameOf(plan, unit.bias), now: now === 'bias' }]
}

/** The same in numbers. */
function writtenOut(unit: Unit, values: TapeRun['values']): Part[] {
  const numberOf = (id: string) => values.get(id) ?? Number.NaN
  const terms = unit.terms.flatMap(({ weight, source }) => [...times(numberOf(weight), numberOf(source)), '+'])
  return [...terms, ...inBrackets(numberOf(unit.bias))]
}

/** Every unit that used it hands back its share, the last first. */
function sharesOf(source: string, now: Unit, plan: NetworkPlan): Part[] {
  const users = (plan.layers[now.layer - 1] ?? []).toReversed()
  return users.flatMap((unit, index): Part[] => {
    const weight = unit.terms.find((term) => term.source === source)?.weight ?? ''
    const isNow = unit.z === now.z
    return [
      ...(index === 0 ? [] : ['+']),
      { partial: nameOf(plan, unit.z), now: isNow },
      '·',
      { name: nameOf(plan, weight), now: isNow },
    ]
  })
}

const OUTPUT: Part = { name: { base: 'ŷ', words: 'the output' } }
const GOAL: Part = { name: { base: 't', words: 'the target' } }
const LOSS_FORMULAS: Record<LossKind, { value: Line; slope: Line }> = {
  mse: { value: ['(', OUTPUT, '−', GOAL, ')²'], slope: ['2', '(', OUTPUT, '−', GOAL, ')'] },
  mae: { value: ['|', OUTPUT, '−', GOAL, '|'], slope: [{ words: 'sign' }, '(', OUTPUT, '−', GOAL, ')'] },
  huber: {
    value: [{ words: 'huber' }, '(', OUTPUT, '−', GOAL, ')'],
    slope: [{ words: 'the same, within ±1, of' }, '(', OUTPUT, '−', GOAL, ')'],
  },
  'bce-with-logits': {
    value: [
      GOAL,
      '·',
      { words: 'softplus' },
      '(−',
      OUTPUT,
      ')',
      '+',
      '(',
      '1',
      '−',
      GOAL,
      ')',
      '·',
      { words: 'softplus' },
      '(',
      OUTPUT,
      ')',
    ],
    slope: ['(', { words: 'σ' }, '(', OUTPUT, ')', '−', GOAL, ')'],
  },
}

/** What is printed for a unit's activation. */
export function functionText({ activation }: Pick<Unit, 'activation'>): string {
  return activation === 'linear' ? 'id' : activations[activation].symbol
}

function number(value: number): Part {
  return { number: value }
}

/** A factor below zero stands in brackets. */
function times(a: number, b: number): Part[] {
  return [...inBrackets(a), '·', ...inBrackets(b)]
}

function inBrackets(value: number): Part[] {
  return value < 0 ? ['(', number(value), ')'] : [number(value)]
}

export function printNumber(value: number): string {
  return formatNumber(value, DIGITS)
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉'
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const shifted = (digits: string, to: string) => [...digits].map((digit) => to[Number(digit)] ?? digit).join('')

/** `w⁽¹⁾₁₂` */
export function nameText({ base, sub = '', sup }: Name): string {
  return `${base}${sup === undefined ? '' : `⁽${shifted(sup, SUPERSCRIPTS)}⁾`}${shifted(sub, SUBSCRIPTS)}`
}

/** One line as plain text: `∂L/∂w⁽¹⁾₁₂ = 0.31 · 1.2 = 0.372`. */
export function equationText(line: Line): string {
  return line
    .map((part) => {
      if (typeof part === 'string') return SPACED.has(part) ? ` ${part} ` : part
      if ('number' in part) return printNumber(part.number)
      if ('words' in part) return part.words.length > 5 ? `${part.words} ` : part.words
      return 'partial' in part ? `∂L/∂${nameText(part.partial)}` : nameText(part.name)
    })
    .join('')
}

const SPACED = new Set(['=', '+', '−', '·', '←'])
