/**
 * What is wrong with a value from outside as one sentence: what stands where, and what to write instead. Of a spec the
 * engine's `checkSpec` says that, with layer and range; here is what is left over: files around a spec, and keys.
 */
import type * as z from 'zod'
import { printed } from '@/lib/engine'

export type Path = readonly PropertyKey[]

/** `value` is what was parsed as a whole. */
export function sentenceOf(issue: z.core.$ZodIssue, value: unknown): string {
  const found = valueAt(value, issue.path)
  const what = `${nameOf(issue.path)} is ${printed(found)}`
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, ownerAt(issue.path, value))
    case 'invalid_type':
      return `${what}; ${KINDS[issue.expected] ?? `write a value of type ${issue.expected}`}.`
    case 'invalid_value':
      return `${what}; use ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return `${what}; ${boundOf(issue.origin, 'at least', Number(issue.minimum))}.`
    case 'too_big':
      return `${what}; ${boundOf(issue.origin, 'at most', Number(issue.maximum))}.`
    default:
      // Rules of our own, which bring their sentence.
      return issue.message
  }
}

const KINDS: Record<string, string> = {
  string: 'write text',
  number: 'write a number',
  int: 'write a whole number',
  boolean: 'write true or false',
  array: 'write a list',
  object: 'write keys with values',
}

function boundOf(origin: string, side: string, bound: number): string {
  if (origin === 'string') return `write text of ${side} ${bound} character${bound === 1 ? '' : 's'}`
  return origin === 'array'
    ? `give ${side} ${bound} entr${bound === 1 ? 'y' : 'ies'}`
    : `use a number of ${side} ${bound}`
}

/** Keys that nobody reads are most often misspelt. */
function unknownKeys(keys: readonly string[], owner: string): string {
  const names = keys.map((key) => `'${key}'`).join(', ')
  const [subject, them] = keys.length === 1 ? ['key', 'it'] : ['keys', 'them']
  const verb = keys.length === 1 ? 'is' : 'are'
  const start = owner === '' ? `The ${subject}` : `${owner}: the ${subject}`
  return `${start} ${names} ${verb} not known here; check the spelling or remove ${them}.`
}

/** Whose key it is, where the path alone would have to be counted along. */
function ownerAt(path: Path, value: unknown): string {
  const at = path.indexOf('model')
  const index = path[at + 1]
  if (at < 0 || typeof index !== 'number') return ''
  const { layer } = valueAt(value, path.slice(0, at + 2)) as { layer?: unknown }
  return [`Layer ${index} (${String(layer)})`, ...path.slice(at + 2).map(String)].join(', ')
}

function nameOf(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'The whole'
  return typeof last === 'number' ? `Entry ${last}` : String(last)
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value)
}
