/**
 * The exact derivative of a formula by the chain rule, as a formula over the same parts.
 *
 * Conventions where there is no derivative: max and min at a tie take the slope of an argument without x, which is 0,
 * so max(0, x) has slope 0 at 0 as PyTorch's ReLU; if both have x, that of the first argument. abs has slope 0 at 0,
 * sign everywhere. where(…) has the slope of the branch that is taken, whatever the values do at the border.
 */
import type { Algebra, Formula } from './formula'

const TWO_OVER_ROOT_PI = 1.1283791670955126
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327

/** Keeps derivatives that were asked for before, so parts are differentiated once. */
export class Differentiator {
  private readonly known = new Map<Formula, Formula>()
  private readonly zero: Formula
  private readonly one: Formula

  constructor(private readonly algebra: Algebra) {
    this.zero = algebra.number(0)
    this.one = algebra.number(1)
  }

  slope(formula: Formula): Formula {
    const known = this.known.get(formula)
    if (known) return known
    const slope = this.derive(formula)
    this.known.set(formula, slope)
    return slope
  }

  private derive(f: Formula): Formula {
    const { algebra, zero, one } = this
    const [u = f, v = f, met = f, otherwise = f] = f.of
    const times = (a: Formula, b: Formula) => algebra.binary('multiply', a, b)
    const chain = (outer: Formula) => times(outer, this.slope(u))
    switch (f.operation) {
      case 'x':
        return one
      case 'number':
      case 'sign':
        return zero
      case 'negate':
        return algebra.unary('negate', this.slope(u))
      case 'add':
      case 'subtract':
        return algebra.binary(f.operation, this.slope(u), this.slope(v))
      case 'multiply':
        return algebra.binary('add', times(this.slope(u), v), times(u, this.slope(v)))
      case 'divide':
        // (u′ − f·v′)/v shares the quotient f with the value.
        return algebra.binary('divide', algebra.binary('subtract', this.slope(u), times(f, this.slope(v))), v)
      case 'whole-power':
        return chain(times(algebra.number(f.value), algebra.wholePower(u, f.value - 1)))
      case 'power':
        return this.powerSlope(f, u, v)
      case 'max':
      case 'min':
        return this.extremeSlope(f.operation, u, v)
      case 'less':
      case 'at-most':
        return algebra.choose(f.operation, u, v, this.slope(met), this.slope(otherwise))
      case 'sqrt':
        return algebra.binary('divide', this.slope(u), times(algebra.number(2), f))
      case 'abs':
        return chain(algebra.unary('sign', u))
      case 'exp':
        return chain(f)
      case 'expm1':
        return chain(algebra.unary('exp', u))
      case 'log':
        return algebra.binary('divide', this.slope(u), u)
      case 'log1p':
        return algebra.binary('divide', this.slope(u), algebra.binary('add', one, u))
      case 'sin':
        return chain(algebra.unary('cos', u))
      case 'cos':
        return chain(algebra.unary('negate', algebra.unary('sin', u)))
      case 'tanh':
        return chain(algebra.binary('subtract', one, algebra.wholePower(f, 2)))
      case 'sigmoid':
        return chain(times(f, algebra.binary('subtract', one, f)))
      case 'softplus':
        return chain(algebra.unary('sigmoid', u))
      case 'erf':
        return chain(times(algebra.number(TWO_OVER_ROOT_PI), this.bell(u, 1)))
      case 'Phi':
        return chain(times(algebra.number(ONE_OVER_ROOT_TWO_PI), this.bell(u, 0.5)))
    }
    return f.operation satisfies never
  }

  /** e^(−c·u²) */
  private bell(u: Formula, c: number): Formula {
    return this.algebra.unary(
      'exp',
      this.algebra.binary('multiply', this.algebra.number(-c), this.algebra.wholePower(u, 2)),
    )
  }

  private extremeSlope(which: 'max' | 'min', u: Formula, v: Formula): Formula {
    // At a tie `kept` is chosen: the comparison is strict.
    const [kept, other] = v.operation === 'number' ? [v, u] : [u, v]
    const [a, b] = which === 'max' ? [kept, other] : [other, kept]
    return this.algebra.choose('less', a, b, this.slope(other), this.slope(kept))
  }

  private powerSlope(f: Formula, u: Formula, v: Formula): Formula {
    const { algebra } = this
    if (v.operation === 'number') {
      const lower = algebra.binary('power', u, algebra.number(v.value - 1))
      return algebra.binary('multiply', algebra.binary('multiply', v, lower), this.slope(u))
    }
    const byBase = algebra.binary('divide', algebra.binary('multiply', v, this.slope(u)), u)
    const byExponent = algebra.binary('multiply', this.slope(v), algebra.unary('log', u))
    return algebra.binary('multiply', f, algebra.binary('add', byBase, byExponent))
  }
}
