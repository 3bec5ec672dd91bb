import { SpecError } from '../errors'
import type { BlockProgram } from '../expressions/block-program'
import type { ParsedActivation } from '../expressions/written-activation'
import type { LayerSpec } from '../spec/layer-spec'

/** What computes an activation that a learner wrote: y = f(z), and g = dy · f′(z). Plain data: threads are sent it. */
export interface WrittenPrograms {
  value: BlockProgram
  slope: BlockProgram
}

/** The engine's `parseActivation`. Handed in, since it is a third of the engine and few models need it. */
export type ParseActivation = (source: string) => ParsedActivation

/**
 * The programs of a model's written activations, by layer.
 * @throws SpecError where an expression cannot be trained with (`checkSpec` says so before), or nothing can read it.
 */
export function compileWritten(
  model: readonly LayerSpec[],
  parseActivation: ParseActivation | null,
): ReadonlyMap<number, WrittenPrograms> {
  const programs = new Map<number, WrittenPrograms>()
  for (const [index, layer] of model.entries()) {
    if (layer.layer !== 'activation' || layer.name !== 'expression') continue
    const { expression } = layer
    if (parseActivation === null) {
      throw new SpecError(
        `Layer ${index} is written as ${expression}, and nothing was given that reads expressions; pass parseActivation.`,
      )
    }
    const parsed = parseActivation(expression)
    if (!parsed.ok) {
      const { column, message } = parsed.problem
      throw new SpecError(`The activation ${expression} at column ${column}: ${message}`)
    }
    programs.set(index, parsed.activation.programs)
  }
  return programs
}
