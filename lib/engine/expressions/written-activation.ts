/**
 * The front door for activations that a learner writes. What is behind it: tokens → expression → formula and slope; a
 * check that both are finite numbers on [−20, 20]; programs of block operations for training.
 */
import type { BlockProgram } from './block-program'
import { compileSlope, compileValue } from './compile'
import { domainProblem } from './description/domain'
import { Differentiator } from './differentiate'
import { evaluator } from './evaluate'
import type { Algebra, Formula } from './formula'
import type { Expression } from './language/expression'
import { latexOf, latexOfFormula } from './language/latex'
import type { ExpressionProblem } from './language/problem'
import { parseExpression } from './parse'
import { simplifyingAlgebra } from './simplify'
import { writeOut } from './write-out'

export interface WrittenActivation {
  /** As the learner typed it. */
  source: string
  /** LaTeX of f(x), and of f′(x) unless that is too long to be read. */
  formula: string
  derivativeFormula: string | null
  /** f and f′ in double precision, for plots, tables and checks, never for training. */
  value(x: number): number
  derivative(x: number): number
  expression: Expression
  formulas: { value: Formula; slope: Formula; algebra: Algebra }
  /** For training: y = f(z), and g = dy · f′(z), which may read y. Run by the kernel `runBlocks`. */
  programs: { value: BlockProgram; slope: BlockProgram }
}

export type ParsedActivation = { ok: true; activation: WrittenActivation } | { ok: false; problem: ExpressionProblem }

export function parseActivation(source: string): ParsedActivation {
  const parsed = parseExpression(source)
  if (!parsed.ok) return parsed
  const { expression, spans } = parsed
  const algebra = simplifyingAlgebra()
  const { formula, formulaOf } = writeOut(expression, algebra)
  const differentiator = new Differentiator(algebra)
  const slope = differentiator.slope(formula)
  const problem = domainProblem({ expression, spans, formulaOf, slopeOf: (part) => differentiator.slope(part) })
  if (problem) return { ok: false, problem }
  const activation: WrittenActivation = {
    source,
    formula: latexOf(expression),
    derivativeFormula: latexOfFormula(slope),
    value: evaluator(formula),
    derivative: evaluator(slope),
    expression,
    formulas: { value: formula, slope, algebra },
    programs: { value: compileValue(formula), slope: compileSlope(slope, formula) },
  }
  return { ok: true, activation }
}
