import * as z from 'zod/mini'
import { type Field, quote } from './field'

export interface ChoiceField<Name extends string> extends Field<Name> {
  kind: 'choice'
  options: readonly Name[]
}

/** One of some names: lower-case words joined by hyphens, which are never renamed, since links say them. */
export function choice<const Name extends string>(
  options: readonly [Name, ...Name[]],
  standard: NoInfer<Name> = options[0],
): ChoiceField<Name> {
  const isOption = (text: string): text is Name => (options as readonly string[]).includes(text)
  return {
    kind: 'choice',
    options,
    default: standard,
    schema: z.enum(options) as unknown as z.ZodMiniType<Name>,
    longest: Math.max(...options.map((name) => name.length)),
    settle: (value) => (isOption(value) ? value : standard),
    write: (value) => value,
    read: (text) =>
      isOption(text) ? { value: text } : { refused: `${quote(text)} is not known; there are ${options.join(', ')}` },
  }
}

export interface FlagField extends Field<boolean> {
  kind: 'flag'
}

/** Yes or no, written 1 or 0. */
export function flag(standard: boolean): FlagField {
  return {
    kind: 'flag',
    default: standard,
    schema: z.boolean(),
    longest: 1,
    settle: (value) => value,
    write: (value) => (value ? '1' : '0'),
    read: (text) =>
      text === '1' || text === '0' ? { value: text === '1' } : { refused: `${quote(text)} is neither 1 nor 0` },
  }
}
