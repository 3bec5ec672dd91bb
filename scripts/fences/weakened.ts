/**
 * Copies of biome.json with fences taken down: a plugin, an override that lifts a rule,
 * or groups of forbidden imports. If the tables in planted.ts and allowed.ts are
 * complete, every fence that is missing lets something through or stops something. Lint
 * rules switched on by name are listed, not weakened: a finding carries its rule.
 */
import * as z from 'zod'

const importsRule = z.looseObject({
  options: z.looseObject({ patterns: z.array(z.looseObject({ message: z.string() })) }),
})
const rulesSchema = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.unknown())]))
const linterSchema = z.looseObject({ rules: rulesSchema })
export const configurationSchema = z.looseObject({
  plugins: z.array(z.union([z.string(), z.looseObject({ path: z.string() })])),
  linter: linterSchema,
  overrides: z.array(z.looseObject({ includes: z.array(z.string()), linter: linterSchema.optional() })),
})
export type Configuration = z.infer<typeof configurationSchema>
type Linter = z.infer<typeof linterSchema>

/** One fence that is down, as a person would look for it in biome.json. */
export interface Missing {
  name: string
  /** What it would have said; null where that is not written in biome.json. */
  message: string | null
}

export interface Weakened {
  configuration: Configuration
  missing: Missing[]
}

export function weakenedCopies(whole: Configuration): Weakened[] {
  return [...withoutPlugins(whole), ...withoutLiftings(whole), ...withoutGroups(whole)]
}

/** `lint/style/noEnum`, … for every rule that biome.json switches on by name for all files. */
export function namedRules(whole: Configuration): string[] {
  return Object.entries(whole.linter.rules).flatMap(([group, rules]) =>
    typeof rules === 'string'
      ? []
      : Object.entries(rules).flatMap(([rule, level]) => (level === 'off' ? [] : [`lint/${group}/${rule}`])),
  )
}

function withoutPlugins(whole: Configuration): Weakened[] {
  return whole.plugins.map((plugin, index) => ({
    configuration: { ...whole, plugins: whole.plugins.toSpliced(index, 1) },
    missing: [{ name: `plugin ${typeof plugin === 'string' ? plugin : plugin.path}`, message: null }],
  }))
}

/** Overrides that restrict imports are weakened group by group; those that only format are no fence. */
function withoutLiftings(whole: Configuration): Weakened[] {
  return whole.overrides.flatMap((override, index) =>
    override.linter && messagesOf(override.linter).length === 0
      ? {
          configuration: { ...whole, overrides: whole.overrides.toSpliced(index, 1) },
          missing: [{ name: `override ${override.includes}`, message: null }],
        }
      : [],
  )
}

/**
 * Groups of forbidden imports, many in one copy, since each run of the linter takes its
 * time: a copy lacks at most one group with a given message, so what passes in it tells
 * which group was missed. The n-th copy lacks the n-th group with each message.
 */
function withoutGroups(whole: Configuration): Weakened[] {
  const copies: Weakened[] = []
  const seen = new Map<string, number>()
  const remove = (message: string, name: string, from: (configuration: Configuration) => Configuration) => {
    const turn = seen.get(message) ?? 0
    seen.set(message, turn + 1)
    const copy = copies[turn] ?? { configuration: whole, missing: [] }
    copies[turn] = {
      configuration: from(copy.configuration),
      missing: [...copy.missing, { name: `imports ${name}: ${message}`, message }],
    }
  }
  for (const message of messagesOf(whole.linter)) {
    remove(message, 'everywhere', (copy) => ({ ...copy, linter: withoutGroup(copy.linter, message) }))
  }
  for (const [place, { includes, linter }] of whole.overrides.entries()) {
    for (const message of messagesOf(linter)) {
      remove(message, `in ${includes}`, (copy) => ({
        ...copy,
        overrides: copy.overrides.map((override, at) =>
          at === place && override.linter ? { ...override, linter: withoutGroup(override.linter, message) } : override,
        ),
      }))
    }
  }
  return copies
}

function importsRuleOf(linter: Linter | undefined) {
  const style = linter?.rules.style
  return importsRule.safeParse(typeof style === 'object' ? style.noRestrictedImports : undefined).data
}

function messagesOf(linter: Linter | undefined): string[] {
  return importsRuleOf(linter)?.options.patterns.map((pattern) => pattern.message) ?? []
}

function withoutGroup(linter: Linter, message: string): Linter {
  const { style } = linter.rules
  const rule = importsRuleOf(linter)
  if (!rule || typeof style !== 'object') return linter
  const patterns = rule.options.patterns.filter((pattern) => pattern.message !== message)
  const noRestrictedImports = { ...rule, options: { ...rule.options, patterns } }
  return { ...linter, rules: { ...linter.rules, style: { ...style, noRestrictedImports } } }
}
