import { expressionOf } from './language/latex'
import { printExpression } from './language/print'
import type { WrittenActivation } from './written-activation'

/** f′ in the learner's own notation, which can be typed back in; null where it is too long to be read. */
export function slopeText(activation: WrittenActivation): string | null {
  if (activation.derivativeFormula === null) return null
  return printExpression(expressionOf(activation.formulas.slope))
}
