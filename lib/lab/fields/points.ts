/**
 * Points that the learner drew, each with its class: five characters a point. A coordinate is one of 4,095 levels from
 * −extent to extent, 0 among them, as two characters of 64; the class is one.
 */
import * as z from 'zod/mini'
import type { Field, Reading } from './field'

export type OwnPoint = readonly [x: number, y: number, label: number]

export interface PointsField extends Field<readonly OwnPoint[]> {
  kind: 'points'
  extent: number
  classes: number
}

export const MOST_POINTS = 150

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BASE = ALPHABET.length
const LEVELS = 2047
const LENGTH = 5

/** Both coordinates run from −extent to extent; `classes` is at most 64. */
export function points({ extent, classes }: { extent: number; classes: number }): PointsField {
  const levelOf = (value: number) => Math.min(LEVELS, Math.max(-LEVELS, Math.round((value / extent) * LEVELS)))
  const coordinateOf = (level: number) => (level * extent) / LEVELS + 0
  const coordinate = (value: number) => coordinateOf(levelOf(Number.isNaN(value) ? 0 : value))
  const labelOf = (label: number) => Math.min(classes - 1, Math.max(0, Math.round(label)))
  const readPoint = (text: string): OwnPoint | null => {
    const digits = [...text].map((character) => ALPHABET.indexOf(character))
    const [x1 = 0, x0 = 0, y1 = 0, y0 = 0, label = 0] = digits
    const [x, y] = [x1 * BASE + x0 - LEVELS, y1 * BASE + y0 - LEVELS]
    if (digits.includes(-1) || x > LEVELS || y > LEVELS || label >= classes) return null
    return [coordinateOf(x), coordinateOf(y), label]
  }
  const read = (text: string): Reading<readonly OwnPoint[]> => {
    const parts = text.match(/.{1,5}/gsu) ?? []
    const known = parts.flatMap((part) => (part.length === LENGTH ? [readPoint(part)] : [null]))
    const value = known.filter((point) => point !== null).slice(0, MOST_POINTS)
    const lost = known.length - value.length
    return lost === 0 ? { value } : { value, note: `${lost} of ${known.length} points could not be read` }
  }
  return {
    kind: 'points',
    extent,
    classes,
    default: [],
    schema: z.readonly(
      z
        .array(
          z.readonly(
            z.tuple([
              z.number().check(z.gte(-extent), z.lte(extent)),
              z.number().check(z.gte(-extent), z.lte(extent)),
              z.int().check(z.gte(0), z.lt(classes)),
            ]),
          ),
        )
        .check(z.maxLength(MOST_POINTS)),
    ),
    longest: MOST_POINTS * LENGTH,
    settle: (value) =>
      value.slice(0, MOST_POINTS).map(([x, y, label]) => [coordinate(x), coordinate(y), labelOf(label)]),
    write: (value) => value.map(([x, y, label]) => `${pair(levelOf(x))}${pair(levelOf(y))}${ALPHABET[label]}`).join(''),
    read,
  }
}

function pair(level: number): string {
  const code = level + LEVELS
  return `${ALPHABET[Math.floor(code / BASE)]}${ALPHABET[code % BASE]}`
}
