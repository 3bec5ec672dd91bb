/**
 * One setting of a widget: what values it has, and how a link spells them. Reading never throws: a value out of bounds is
 * moved to the nearest there is, with a note; one that is no value at all is refused, with a sentence that says why.
 */
import type * as z from 'zod/mini'

export type Reading<Value> =
  /** `note`: what had to be changed about it. */
  { value: Value; note?: string } | { refused: string }

export interface Field<Value> {
  /** Which of the files beside this one made it. */
  kind: string
  /** What a link means that does not name the setting: part of every old link, so it is never changed. */
  default: Value
  /** The gate for values, wherever they come from. */
  schema: z.ZodMiniType<Value>
  /** No value is written with more characters than this. */
  longest: number
  /** The nearest value that a link can carry; the same again for that. */
  settle(value: Value): Value
  /** Of a settled value; only characters that stand in a link as they are, but for `text` and `file`. */
  write(value: Value): string
  read(text: string): Reading<Value>
}

export type ValueOf<F> = F extends { default: infer Value } ? Value : never

/** Text from outside, short enough to be quoted. */
export function quote(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)} …` : text}”`
}
