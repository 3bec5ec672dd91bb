import fc from 'fast-check'
import { BINARY_OPERATORS, type Expression, RELATIONS } from '../language/expression'
import { FUNCTION_NAMES, functionEntry } from '../language/functions'

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constant<Expression>({ kind: 'x' }),
  fc.integer({ min: -40, max: 40 }).map((n): Expression => ({ kind: 'number', value: n / 8 })),
  fc.constantFrom('pi' as const, 'e' as const).map((name): Expression => ({ kind: 'constant', name })),
)

/** Any expression the grammar allows, a few levels deep; `parse(print(e))` is e. */
export const expressions: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression }>((tie) => {
  const part = tie('expression')
  const call = fc.constantFrom(...FUNCTION_NAMES).chain((name) => {
    const [least, most] = functionEntry(name).arguments
    const of = fc.array(part, { minLength: least, maxLength: Math.min(most, 3) })
    return of.map((parts): Expression => ({ kind: 'call', name, of: parts }))
  })
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(fc.constantFrom(...BINARY_OPERATORS), part, part).map(([kind, left, right]): Expression => {
        return { kind, left, right }
      }),
      call,
      part.map((of): Expression => ({ kind: 'negate', of })),
      fc
        .tuple(fc.constantFrom(...RELATIONS), part, part, part, part)
        .map(([relation, left, right, met, otherwise]): Expression => {
          return { kind: 'where', condition: { relation, left, right }, met, otherwise }
        }),
    ),
  }
}).expression
