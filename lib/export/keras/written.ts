/** An activation that a learner wrote, as a function of keras.ops, which TensorFlow, JAX and PyTorch differentiate. */
import { type Expression, parseActivation, partsOf, printExpression, type WrittenActivation } from '@/lib/engine'
import { ExportError } from '@/lib/export/model-file'
import { type CallName, type Dialect, tensorOf } from '@/lib/export/python/expression'

const FUNCTIONS: Partial<Record<CallName, string>> = { abs: 'absolute', min: 'minimum', max: 'maximum' }

const DIALECT: Dialect = {
  tensor: (number) => `(ops.zeros_like(x) + ${number})`,
  call(name, args) {
    const [first = '', ...rest] = args
    switch (name) {
      case 'min':
      case 'max':
        return rest.reduce((inner, next) => `ops.${FUNCTIONS[name]}(${inner}, ${next})`, first)
      case 'Phi':
        return `(0.5 * (1.0 + ops.erf(${first} / math.sqrt(2.0))))`
      case 'expm1':
      case 'gelu':
        return name === 'gelu' ? `ops.gelu(${first}, approximate=False)` : `ops.expm1(${first})`
      case 'mish':
        return `keras.activations.mish(${first})`
      case 'clamp':
        return `ops.minimum(ops.maximum(${first}, ${rest[0]}), ${rest[1]})`
      default:
        return `ops.${FUNCTIONS[name] ?? name}(${args.join(', ')})`
    }
  },
  clamp: (of, low, high) => `ops.clip(${of}, ${low}, ${high})`,
  where: (condition, met, otherwise) => `ops.where(${condition}, ${met}, ${otherwise})`,
}

/**
 * A function of that name. @throws ExportError where a branch of `where` has no number or slope at some x that does not take
 * it: all of Keras's backends multiply that slope by 0, and NaN · 0 is NaN.
 */
export function writtenFunction(name: string, { source, expression }: WrittenActivation, layer: number): string[] {
  const branch = brokenBranch(expression)
  if (branch !== null) {
    throw new ExportError(
      `Layer ${layer} (activation): the branch ${branch} has no value or slope at some x that does not take it, which becomes NaN in Keras. Export to PyTorch, or write the branch so that it is smooth everywhere.`,
    )
  }
  return [
    `def ${name}(x):`,
    `    """${source.replaceAll('\\', '\\\\').replaceAll('"""', '')}"""`,
    `    return ${tensorOf(expression, DIALECT)}`,
  ]
}

function brokenBranch(expression: Expression): string | null {
  if (expression.kind === 'where') {
    for (const branch of [expression.met, expression.otherwise].map(printExpression)) {
      if (!parseActivation(branch).ok) return branch
    }
  }
  for (const part of partsOf(expression)) {
    const broken = brokenBranch(part)
    if (broken !== null) return broken
  }
  return null
}
