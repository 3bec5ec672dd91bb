import * as z from 'zod/mini'
import { type Field, quote, type Reading } from './field'

export interface NumberField extends Field<number> {
  kind: 'number'
  min: number
  max: number
  whole: boolean
}

interface NumberOptions {
  min: number
  max: number
  default: number
}

/** Any number between two, to six significant digits unless said otherwise. */
export function number({ digits = 6, ...options }: NumberOptions & { digits?: number }): NumberField {
  return numberField(options, digits)
}

/** A whole number between two. */
export function whole(options: NumberOptions): NumberField {
  return numberField(options, 'whole')
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

function numberField({ min, max, default: standard }: NumberOptions, digits: number | 'whole'): NumberField {
  const isWhole = digits === 'whole'
  const round = (value: number) => (isWhole ? Math.round(value) : Number(value.toPrecision(digits)))
  // Adding 0 makes −0 to 0.
  const settle = (value: number) => (Number.isNaN(value) ? standard : Math.min(max, Math.max(min, round(value))) + 0)
  for (const bound of [min, max, standard]) {
    if (!(settle(bound) === bound)) throw new Error(`A number field from ${min} to ${max} cannot write ${bound}.`)
  }
  const read = (text: string): Reading<number> => {
    if (!NUMBER.test(text)) return { refused: `${quote(text)} is no number` }
    const asked = Number(text)
    const value = settle(asked)
    if (asked > max) return { value, note: `${quote(text)} is more than the largest there is, so it is ${max}` }
    if (asked < min) return { value, note: `${quote(text)} is less than the smallest there is, so it is ${min}` }
    return isWhole && asked !== value ? { value, note: `${quote(text)} is not whole, so it is ${value}` } : { value }
  }
  return {
    kind: 'number',
    min,
    max,
    whole: isWhole,
    default: standard,
    schema: isWhole ? z.int().check(z.gte(min), z.lte(max)) : z.number().check(z.gte(min), z.lte(max)),
    // A sign, a point, leading zeros down to 1e-6 or an exponent.
    longest: Math.max(String(min).length, String(max).length, isWhole ? 1 : digits + 8),
    settle,
    write: String,
    read,
  }
}
