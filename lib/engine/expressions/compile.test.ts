import { describe, expect, test } from 'vitest'
import { BLOCK, BLOCK_OPERATIONS, type BlockProgram, FIRST_OPERATION, FLUSHED, OPERATION_WORDS } from './block-program'
import { parseActivation } from './written-activation'

function programsOf(source: string) {
  const parsed = parseActivation(source)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return parsed.activation.programs
}

function operationsOf({ words, operations }: BlockProgram): string[] {
  return Array.from({ length: operations }, (_, i) => {
    const code = words[FIRST_OPERATION + i * OPERATION_WORDS] as number
    return BLOCK_OPERATIONS[code % FLUSHED] + (code < FLUSHED ? '' : ', flushed')
  })
}

const registersOf = ({ scratchBytes }: BlockProgram) => Math.floor(scratchBytes / (4 * BLOCK))

describe('a program is short', () => {
  test.each([
    ['x * sigmoid(1.702 * x)', ['multiply', 'sigmoid', 'multiply, flushed']],
    ['max(0, x)', ['max, flushed']],
    ['x', ['flush']],
    ['tanh(x)', ['tanh', 'flush']],
    ['2 * 3 * x + 0 * x', ['multiply, flushed']],
    ['tanh(x) + 1', ['tanh', 'add, flushed']],
    ['x^5', ['multiply', 'multiply', 'multiply, flushed']],
    ['x^3 + x^2', ['multiply', 'multiply', 'add, flushed']],
    ['exp(x - 1) * exp(x - 1) / (2 + exp(x - 1))', ['subtract', 'exp', 'multiply', 'add', 'divide, flushed']],
    ['where(x > 0, x, exp(x) - 1)', ['expm1', 'less, flushed']],
  ])('%s: %j', (source, operations) => {
    expect(operationsOf(programsOf(source).value)).toEqual(operations)
  })

  test.each([
    ['tanh(x)', ['multiply', 'subtract', 'multiply, flushed']],
    ['sigmoid(x)', ['subtract', 'multiply', 'multiply, flushed']],
    ['exp(x)', ['multiply, flushed']],
    ['max(0, x)', ['less', 'multiply, flushed']],
    ['x', ['multiply, flushed']],
    ['3', ['multiply, flushed']],
  ])('the slope of %s reads the value instead of computing it again: %j', (source, operations) => {
    expect(operationsOf(programsOf(source).slope)).toEqual(operations)
  })

  test('what value and slope have in common is computed once in each', () => {
    const slope = operationsOf(programsOf('x * tanh(log(1 + exp(x)))').slope)
    for (const name of ['tanh', 'softplus', 'sigmoid']) {
      expect(slope.filter((operation) => operation === name)).toHaveLength(1)
    }
  })

  test('registers are used again', () => {
    const sum = Array.from({ length: 20 }, (_, i) => `tanh(x - ${i})`).join(' + ')
    expect(registersOf(programsOf(sum).value)).toBe(2)
    // The branch that needs more comes first, whatever side it is written on.
    const tree = '1 + tanh(x) * (tanh(2 * x) * (tanh(3 * x) * (tanh(4 * x) * sin(x))))'
    expect(registersOf(programsOf(tree).value)).toBe(2)
  })

  test('equal constants are stored once', () => {
    const { words, operations } = programsOf('0.5 * tanh(x + 0.5) + 0.5').value
    const constants = new Float32Array(words.buffer, words[1] as number)
    expect(operations).toBe(4)
    expect([...new Set(constants)]).toEqual([0.5])
    expect(constants).toHaveLength(16)
  })
})
