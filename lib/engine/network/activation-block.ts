import type { ActivationName, ActivationParameters } from '../activations/activation'
import { TRAINED, type Trained } from '../activations/trained'
import { WRITTEN } from '../expressions/block-program'
import { poolRule } from '../lanes/pool-rule'
import type { ArenaPlan } from '../program/arena'
import type { WrittenPrograms } from './written-programs'

/** An activation by name, as a layer or an intervention gives it. */
export type ActivationChoice = { name: ActivationName } & ActivationParameters

const POOL_RULES = ['largest', 'ends', 'all'] as const

/** An activation as the kernels read it: id, pooling rule, then α and β as the bits of two float32. */
export function activationBlock(spec: ActivationChoice): number[] {
  const { name, ...given } = spec
  const trained: Trained = TRAINED[name]
  const bits = new Int32Array(1)
  const float = new Float32Array(bits.buffer)
  const parameter = (wanted: 'alpha' | 'beta'): [number, number] => {
    float[0] = given[wanted] ?? trained[wanted] ?? 0
    return [float[0], bits[0] as number]
  }
  const [alpha, alphaBits] = parameter('alpha')
  const [beta, betaBits] = parameter('beta')
  const id = trained.kernel
  return [id, POOL_RULES.indexOf(poolRule(id, alpha, beta)), alphaBits, betaBits]
}

/** The same for a written activation, with the addresses of its programs behind. */
export function writtenBlock(plan: ArenaPlan, { value, slope }: WrittenPrograms): number[] {
  return [WRITTEN, POOL_RULES.indexOf('all'), 0, 0, plan.constant(value.words), plan.constant(slope.words)]
}
