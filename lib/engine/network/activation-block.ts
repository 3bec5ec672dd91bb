import type { ActivationName, ActivationParameters } from '../activations/activation'
import { activations } from '../activations/registry'
import { SpecError } from '../errors'
import { parseActivation, type WrittenActivation } from '../expressions/written-activation'
import { poolRule } from '../lanes/pool-rule'
import type { ArenaPlan } from '../program/arena'
import { WRITTEN } from '../twins/written'

/** An activation by name, as a layer or an intervention gives it. */
export type ActivationChoice = { name: ActivationName } & ActivationParameters

const POOL_RULES = ['largest', 'ends', 'all'] as const

/** An activation as the kernels read it: id, pooling rule, then α and β as the bits of two float32. */
export function activationBlock(spec: ActivationChoice): number[] {
  const { name, ...given } = spec
  const bits = new Int32Array(1)
  const float = new Float32Array(bits.buffer)
  const parameter = (wanted: 'alpha' | 'beta'): [number, number] => {
    const declared = activations[name].parameters.find((one) => one.name === wanted)
    float[0] = given[wanted] ?? declared?.default ?? 0
    return [float[0], bits[0] as number]
  }
  const [alpha, alphaBits] = parameter('alpha')
  const [beta, betaBits] = parameter('beta')
  const id = activations[name].kernel
  return [id, POOL_RULES.indexOf(poolRule(id, alpha, beta)), alphaBits, betaBits]
}

/** @throws SpecError where the expression cannot be trained with; `checkSpec` says so before. */
export function requireWritten(expression: string): WrittenActivation {
  const parsed = parseActivation(expression)
  if (parsed.ok) return parsed.activation
  throw new SpecError(`The activation ${expression} at column ${parsed.problem.column}: ${parsed.problem.message}`)
}

/** The same for a written activation, with the addresses of its programs behind. */
export function writtenBlock(plan: ArenaPlan, expression: string): number[] {
  const { value, slope } = requireWritten(expression).programs
  return [WRITTEN, POOL_RULES.indexOf('all'), 0, 0, plan.constant(value.words), plan.constant(slope.words)]
}
