/**
 * The rows of the formula sheet, one an activation, from the engine's registry: formulas set as MathML, range, defaults,
 * and the gain that initial weights need under it. For server components: nothing is set in the browser.
 */
import katex from 'katex'
import { rangeLatex } from '@/components/lesson/vocabulary/formula'
import { type Activation, type ActivationName, activations } from '@/lib/engine'

/** LaTeX of more characters than this is wider than a phone when set; cases stand one below the other. */
const LONG = 45

export interface SetFormula {
  /** MathML. */
  html: string
  /** Too long for a phone, where it must be possible to scroll it. */
  long: boolean
}

export interface FormulaRow {
  /** Anchor of the row and name of the activation. */
  name: ActivationName
  title: string
  formula: SetFormula
  derivative: SetFormula
  range: SetFormula
  /** `α = 0.01`; empty where there is nothing to set. */
  defaults: string[]
  gain: number
  sources: string[]
}

export function formulaRows(): FormulaRow[] {
  return Object.values(activations).map((activation) => ({
    name: activation.name,
    title: activation.title,
    formula: set(activation.formula),
    derivative: set(activation.derivativeFormula),
    range: set(rangeLatex(activation.range)),
    defaults: activation.parameters.map(({ symbol, default: value }) => `${symbol} = ${value}`),
    gain: gainOf(activation),
    sources: activation.sources,
  }))
}

/**
 * 1/√E[f(Z)²] for Z ~ N(0, 1), with the default parameters: times this, weights of variance 1/fanIn keep the mean square
 * at 1. √2 for ReLU (He and others 2015), √(2/(1 + α²)) for leaky ReLU.
 */
export function gainOf({ value }: Pick<Activation, 'value'>): number {
  const square = (x: number) => value(x) ** 2 * Math.exp((-x * x) / 2)
  return 1 / Math.sqrt((simpson(square, -12, 0) + simpson(square, 0, 12)) / Math.sqrt(2 * Math.PI))
}

/** Simpson's rule on halves, since many activations have their corner at 0. */
function simpson(f: (x: number) => number, from: number, to: number, panels = 2000): number {
  const width = (to - from) / panels
  let sum = f(from) + f(to)
  for (let i = 1; i < panels; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * width)
  return (sum * width) / 3
}

/** Fractions at full size: a sheet is read at arm's length. */
function set(latex: string): SetFormula {
  const html = katex.renderToString(`\\displaystyle ${latex}`, { output: 'mathml', strict: true, throwOnError: true })
  return { html, long: latex.length > LONG && !latex.includes('cases') }
}
