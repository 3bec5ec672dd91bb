/** What a widget of the workbench is, apart from how it looks: its name, and the settings that a link carries. */
import * as z from 'zod/mini'
import type { Field, ValueOf } from './fields/field'

export type Fields = Readonly<Record<string, Field<unknown>>>
export type SettingsOf<W> = W extends { fields: infer F } ? { readonly [K in keyof F]: ValueOf<F[K]> } : never

export interface LabWidget<Name extends string = string, F extends Fields = Fields> {
  /** As links say it, in lower-case words joined by hyphens: never renamed. */
  name: Name
  title: string
  /** One sentence on what it shows. */
  summary: string
  /** By the key under which a link names them: never renamed, and their meaning never changed; new ones may come. */
  fields: F
  defaults: SettingsOf<{ fields: F }>
  /** The gate for settings as a whole, wherever they come from. */
  schema: z.ZodMiniType<SettingsOf<{ fields: F }>>
}

interface WidgetText<Name extends string, F extends Fields> {
  name: Name
  title: string
  summary: string
  fields: F
  /** What no field can see alone: which settings contradict one another, each with a sentence. */
  contradictions?: (settings: SettingsOf<{ fields: F }>) => { key: keyof F & string; message: string }[]
}

/** Keys of the link itself. */
const TAKEN = ['v', 'widget']

export function defineWidget<const Name extends string, const F extends Fields>(
  definition: WidgetText<Name, F>,
): LabWidget<Name, F> {
  const { name, title, summary, fields, contradictions = () => [] } = definition
  const entries = Object.entries(fields)
  for (const [key] of entries) {
    if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(key) || TAKEN.includes(key))
      throw new Error(`The widget "${name}" has a setting "${key}", which a link cannot name.`)
  }
  type Settings = SettingsOf<{ fields: F }>
  const shape = Object.fromEntries(entries.map(([key, { schema }]) => [key, schema]))
  const schema = z.strictObject(shape).check((context) => {
    if (context.issues.length > 0) return
    for (const { key, message } of contradictions(context.value as Settings))
      context.issues.push({ code: 'custom', path: [key], message, input: context.value })
  })
  return {
    name,
    title,
    summary,
    fields,
    defaults: Object.fromEntries(entries.map(([key, field]) => [key, field.default])) as Settings,
    schema: schema as unknown as z.ZodMiniType<Settings>,
  }
}

export type Refusal = { key: string; message: string }

/** What speaks against these settings: nothing, where they can be used. */
export function refusals(widget: LabWidget, settings: Readonly<Record<string, unknown>>): Refusal[] {
  const result = widget.schema.safeParse(settings)
  if (result.success) return []
  return result.error.issues.map(({ path, message }) => ({ key: String(path[0] ?? ''), message }))
}
