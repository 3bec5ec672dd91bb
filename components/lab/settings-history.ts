/** What a widget was set to, step by step: pure, so that undo can be tried without a widget. */

export interface SettingsHistory<Settings> {
  past: readonly Settings[]
  present: Settings
  future: readonly Settings[]
  /** What the last change was of, and when: drawing a slider along is one step, however many values it passes. */
  last: { keys: string; at: number } | null
}

const MOST_STEPS = 100
/** Changes of the same settings that follow within this time are one step. */
const ONE_STEP_MS = 900

export function startHistory<Settings>(present: Settings): SettingsHistory<Settings> {
  return { past: [], present, future: [], last: null }
}

/** `at` in ms. `silent`: it is no step of its own, as where the cursor stands. */
export function change<Settings extends object>(
  history: SettingsHistory<Settings>,
  changed: Partial<Settings>,
  at: number,
  silent = false,
): SettingsHistory<Settings> {
  const present = { ...history.present, ...changed }
  if (silent) return { ...history, present }
  const keys = Object.keys(changed).sort().join(' ')
  const goesOn = history.last !== null && history.last.keys === keys && at - history.last.at < ONE_STEP_MS
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS)
  return { past, present, future: [], last: { keys, at } }
}

export function undo<Settings>(history: SettingsHistory<Settings>): SettingsHistory<Settings> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], last: null }
}

export function redo<Settings>(history: SettingsHistory<Settings>): SettingsHistory<Settings> {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future, last: null }
}
