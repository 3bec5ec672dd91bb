import katex from 'katex'
import { TrustedHtml } from '@/components/lesson/trusted-html'
import type { FormulaProps } from '@/lib/course/vocabulary'
import { type Activation, activations } from '@/lib/engine'
import { isActivationName } from './activation-name'

/**
 * Definition, derivative and range of an activation, as its own file in the engine states them, in a box; or one of them in
 * the line, for a table. MathML only.
 */
export function Formula({ of, part }: FormulaProps) {
  if (!isActivationName(of)) throw new Error(`<Formula of="${of}">: the engine has no such activation.`)
  const { formula, derivativeFormula, range } = activations[of]
  const latexOf = { definition: formula, derivative: derivativeFormula, range: rangeLatex(range) }
  if (part !== undefined) return <TrustedHtml as="span" data-formula={of} html={toMathMl(latexOf[part])} />
  const rows = [
    { label: 'Definition', latex: `f(x) = ${latexOf.definition}` },
    { label: 'Derivative', latex: `f'(x) = ${latexOf.derivative}` },
    { label: 'Range', latex: latexOf.range },
  ]
  return (
    <dl
      className="my-8 grid gap-x-6 rounded-card border border-line bg-surface sm:grid-cols-[auto_1fr]"
      data-formula={of}
    >
      {rows.map(({ label, latex }, index) => (
        <div
          key={label}
          className={`grid gap-x-6 px-5 py-3 sm:col-span-2 sm:grid-cols-subgrid sm:items-center ${index > 0 ? 'border-line border-t' : ''}`}
        >
          <dt className="font-medium font-sans text-muted text-sm">{label}</dt>
          <TrustedHtml as="dd" className="overflow-x-auto py-1 text-[1.05em]" html={toMathMl(latex)} />
        </div>
      ))}
    </dl>
  )
}

function toMathMl(latex: string): string {
  return katex.renderToString(latex, { output: 'mathml', displayMode: false, strict: true, throwOnError: true })
}

/** `[0, ∞)`: an end that is approached but never reached is open. */
export function rangeLatex(range: Activation['range']): string {
  // In braces: a minus is a sign where it comes first, and otherwise stands apart as if something were taken away.
  const bound = (value: number) => {
    if (value === Number.POSITIVE_INFINITY) return '\\infty'
    if (value === Number.NEGATIVE_INFINITY) return '{-\\infty}'
    return `{${Number(value.toPrecision(7))}}`
  }
  return `${range.lowIncluded ? '[' : '('}${bound(range.low)},\\ ${bound(range.high)}${range.highIncluded ? ']' : ')'}`
}
