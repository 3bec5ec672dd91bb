/** Any settings a widget can have, made from its fields: a new widget is tested without a line of its own. */
import fc from 'fast-check'
import type { ChoiceField } from '@/lib/lab/fields/choice'
import type { Field } from '@/lib/lab/fields/field'
import type { GroupField, ListField } from '@/lib/lab/fields/list'
import type { NumberField } from '@/lib/lab/fields/number'
import type { PointsField } from '@/lib/lab/fields/points'
import { LAB_NAMES, LAB_WIDGETS, type LabState } from '@/lib/lab/registry'
import { type LabWidget, refusals } from '@/lib/lab/widget'

/** Settled values of a field. */
export function anyValueOf(field: Field<unknown>): fc.Arbitrary<unknown> {
  return unsettledValueOf(field)
    .map((value) => field.settle(value))
    .filter((value) => field.schema.safeParse(value).success)
}

function unsettledValueOf(field: Field<unknown>): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number': {
      const { min, max } = field as unknown as NumberField
      return fc.double({ min, max, noNaN: true })
    }
    case 'choice':
      return fc.constantFrom(...(field as unknown as ChoiceField<string>).options)
    case 'flag':
      return fc.boolean()
    case 'list': {
      const { item, most } = field as unknown as ListField<unknown>
      return fc.array(anyValueOf(item), { maxLength: most })
    }
    case 'group':
      return fc.tuple(...(field as unknown as GroupField<unknown[]>).parts.map(anyValueOf))
    case 'text':
      return fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
    case 'points': {
      const { extent, classes } = field as unknown as PointsField
      const coordinate = fc.double({ min: -extent, max: extent, noNaN: true })
      return fc.array(fc.tuple(coordinate, coordinate, fc.nat(classes - 1)), { maxLength: 150 })
    }
    case 'file':
      return fc.option(
        fc.record({
          name: fc.string({ maxLength: 200 }),
          bytes: fc.nat(2 ** 31),
          sha256: fc.string({
            unit: fc.constantFrom(...'0123456789abcdef'),
            minLength: 64,
            maxLength: 64,
          }),
        }),
      )
    default:
      throw new Error(`Say here how a field of kind "${field.kind}" is tried.`)
  }
}

/** Any state of any widget that speaks for itself: settled, and free of contradictions. */
export const anyState: fc.Arbitrary<LabState> = fc
  .constantFrom(...LAB_NAMES)
  .chain((name) => settingsOf(LAB_WIDGETS[name]).map((settings) => ({ widget: name, settings }) as unknown as LabState))

function settingsOf(widget: LabWidget): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(Object.entries(widget.fields).map(([key, field]) => [key, anyValueOf(field)]))
  return fc.record(fields).filter((settings) => refusals(widget, settings).length === 0)
}
