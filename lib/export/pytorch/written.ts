/**
 * An activation that a learner wrote, as a PyTorch module. Autograd finds its slope, but in two cases, where the slope is
 * written out as well. With `where`, autograd would multiply the slope of the branch that was not taken by 0, and NaN · 0
 * is NaN. And with a kink, of which PyTorch takes another side or the middle, where numbers may come to lie on it (kinks.ts).
 */
import { type Expression, expressionOf, parseActivation, partsOf, type WrittenActivation } from '@/lib/engine'
import { ExportError } from '@/lib/export/model-file'
import { type CallName, type Dialect, tensorOf, writeExpression } from '@/lib/export/python/expression'

const FUNCTIONS: Partial<Record<CallName, string>> = {
  abs: 'torch.abs',
  Phi: 'torch.special.ndtr',
  softplus: 'F.softplus',
  relu: 'F.relu',
  silu: 'F.silu',
  gelu: 'F.gelu',
  mish: 'F.mish',
}

const DIALECT: Dialect = {
  tensor: (number) => `x.new_tensor(${number})`,
  call(name, args) {
    if (name === 'min' || name === 'max') return nested(`torch.${name}imum`, args)
    const [first = '', low = '', high = ''] = args
    if (name === 'clamp') return `torch.minimum(torch.maximum(${first}, ${low}), ${high})`
    return `${FUNCTIONS[name] ?? `torch.${name}`}(${args.join(', ')})`
  },
  clamp: (of, low, high) => `torch.clamp(${of}, ${low}, ${high})`,
  where: (condition, met, otherwise) => `torch.where(${condition}, ${met}, ${otherwise})`,
}

function nested(name: string, [first = '', ...rest]: readonly string[]): string {
  return rest.reduce((inner, next) => `${name}(${inner}, ${next})`, first)
}

/** @throws ExportError where the expression cannot be read. */
export function parseWritten(expression: string, layer: number): WrittenActivation {
  const parsed = parseActivation(expression)
  if (parsed.ok) return parsed.activation
  throw new ExportError(`Layer ${layer} (activation): ${parsed.problem.message}`)
}

/** A module class of that name. */
export function writtenClass(
  name: string,
  { source, expression, formulas }: WrittenActivation,
  meetsZeros: boolean,
): string[] {
  const value = wholeText(expression)
  const opening = [`"""${source.replaceAll('\\', '\\\\').replaceAll('"""', '')}"""`, '']
  if (!chooses(expression) && !(meetsZeros && hasKink(expression))) {
    return [`class ${name}(nn.Module):`, ...body([...opening, 'def forward(self, x):', `    return ${value}`])]
  }
  const slope = writeExpression(expressionOf(formulas.slope), DIALECT).text
  return [
    `class ${name}Function(torch.autograd.Function):`,
    ...body([
      '"""The slope is written out: autograd has another one at kinks, and makes NaN of a branch that is not taken."""',
      '',
      '@staticmethod',
      'def forward(ctx, x):',
      '    ctx.save_for_backward(x)',
      `    return ${value}`,
      '',
      '@staticmethod',
      'def backward(ctx, gradient):',
      '    (x,) = ctx.saved_tensors',
      `    return gradient * (${slope})`,
    ]),
    '',
    '',
    `class ${name}(nn.Module):`,
    ...body([...opening, 'def forward(self, x):', `    return ${name}Function.apply(x)`]),
  ]
}

/** A constant function is one number for every x. */
function wholeText(expression: Expression): string {
  const { text, isTensor } = writeExpression(expression, DIALECT)
  return isTensor ? text : `torch.zeros_like(x) + ${tensorOf(expression, DIALECT)}`
}

function body(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`))
}

export function chooses(expression: Expression): boolean {
  return has(expression, ({ kind }) => kind === 'where')
}

const KINKED: readonly CallName[] = ['abs', 'min', 'max', 'relu', 'clamp']

function hasKink(expression: Expression): boolean {
  return has(expression, (part) => part.kind === 'call' && KINKED.includes(part.name))
}

function has(expression: Expression, is: (part: Expression) => boolean): boolean {
  return is(expression) || partsOf(expression).some((part) => has(part, is))
}
