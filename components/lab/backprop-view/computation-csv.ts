import { csvText } from '@/lib/export/csv'
import type { BackpropSettings, NetworkPlan } from './network-plan'
import { equationOf, equationText, nameText } from './step-equation'
import { resultOf } from './step-result'
import type { TapeRun } from './tape-run'

/** Every step as a row of CSV (RFC 4180), its result with all digits. */
export function computationCsv(run: TapeRun, plan: NetworkPlan, settings: BackpropSettings): string {
  const rows = run.steps.flatMap((fact, step) => {
    const { phase, made } = resultOf(fact)
    if (made === null) return []
    const [letters = '', numbers = ''] = equationOf(fact, { plan, values: run.values, loss: settings.loss }).map(
      equationText,
    )
    const name = plan.names.get(made.id)
    return [[String(step), phase, name ? nameText(name) : made.id, made.aspect, letters, numbers, String(made.number)]]
  })
  const head = ['step', 'part', 'of', 'what', 'equation', 'with numbers', 'result']
  return csvText([head, ...rows])
}
