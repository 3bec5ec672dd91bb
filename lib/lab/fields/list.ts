/** Several values of one kind (`relu,gelu`), and a few of different kinds that belong together (`8:relu`). */
import * as z from 'zod/mini'
import { type Field, quote, type Reading, type ValueOf } from './field'

export interface ListField<Item> extends Field<readonly Item[]> {
  kind: 'list'
  item: Field<Item>
  most: number
  distinct: boolean
}

interface ListOptions<Item> {
  most: number
  default: readonly Item[]
  /** No value twice. */
  distinct?: boolean
}

/** What cannot be read is left out, and the rest of the list stays. Text cannot be in a list, nor a list. */
export function list<Item>(item: Field<Item>, options: ListOptions<NoInfer<Item>>): ListField<Item> {
  const { most, default: standard, distinct = false } = options
  const once = (items: readonly Item[]) =>
    distinct ? [...new Map(items.map((value) => [item.write(value), value])).values()] : items
  const settle = (items: readonly Item[]) => once(items.map((value) => item.settle(value))).slice(0, most)
  const read = (text: string): Reading<readonly Item[]> => {
    const notes: string[] = []
    const values: Item[] = []
    for (const part of text === '' ? [] : text.split(',')) {
      const reading = item.read(part)
      if ('refused' in reading) notes.push(`${reading.refused}; it was left out`)
      else {
        values.push(reading.value)
        if (reading.note !== undefined) notes.push(reading.note)
      }
    }
    const value = settle(values)
    if (once(values).length < values.length) notes.push('what was there twice was kept once')
    if (once(values).length > most) notes.push(`of ${once(values).length} only the first ${most} were kept`)
    return notes.length === 0 ? { value } : { value, note: notes.slice(0, 3).join('; ') }
  }
  return {
    kind: 'list',
    item,
    most,
    distinct,
    default: standard,
    schema: z.readonly(z.array(item.schema).check(z.maxLength(most))),
    longest: most * (item.longest + 1),
    settle,
    write: (items) => items.map((value) => item.write(value)).join(','),
    read,
  }
}

export interface GroupField<Values extends readonly unknown[]> extends Field<Values> {
  kind: 'group'
  parts: readonly Field<unknown>[]
}

/** Its default is its parts' defaults. Every part must be there. */
export function group<const Fields extends readonly Field<unknown>[]>(
  ...fields: Fields
): GroupField<{ -readonly [K in keyof Fields]: ValueOf<Fields[K]> }> {
  type Values = { -readonly [K in keyof Fields]: ValueOf<Fields[K]> }
  const parts = fields as unknown as readonly Field<unknown>[]
  const each = (values: Values, change: (part: Field<unknown>, value: unknown) => unknown) =>
    parts.map((part, index) => change(part, (values as readonly unknown[])[index]))
  const read = (text: string): Reading<Values> => {
    const texts = text.split(':')
    if (texts.length !== parts.length) return { refused: `${quote(text)} should have ${parts.length} parts` }
    const readings = parts.map((part, index) => part.read(texts[index] ?? ''))
    const refused = readings.find((reading) => 'refused' in reading)
    if (refused && 'refused' in refused) return refused
    const known = readings.filter((reading) => 'value' in reading)
    const notes = known.flatMap(({ note }) => note ?? [])
    const value = known.map((reading) => reading.value) as Values
    return notes.length === 0 ? { value } : { value, note: notes.join('; ') }
  }
  const [first, ...rest] = parts.map(({ schema }) => schema)
  if (first === undefined) throw new Error('A group of settings has at least one.')
  return {
    kind: 'group',
    parts,
    default: parts.map((part) => part.default) as Values,
    schema: z.tuple([first, ...rest]) as unknown as z.ZodMiniType<Values>,
    longest: parts.reduce((sum, part) => sum + part.longest + 1, 0),
    settle: (values) => each(values, (part, value) => part.settle(value)) as Values,
    write: (values) => each(values, (part, value) => part.write(value)).join(':'),
    read,
  }
}
