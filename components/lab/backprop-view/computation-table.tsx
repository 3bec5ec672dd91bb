import { ChartTable } from '@/components/plot/chart-table'
import { formatNumber } from '@/components/plot/format-number'
import type { BackpropSettings, NetworkPlan } from './network-plan'
import { PHASE_NAMES } from './step-controls'
import { equationOf, equationText } from './step-equation'
import { resultOf } from './step-result'
import type { TapeRun } from './tape-run'

interface ComputationTableProps {
  run: TapeRun
  plan: NetworkPlan
  settings: BackpropSettings
  onStep: (step: number) => void
}

/** All steps at once: what is behind the picture, and a way to each of them. */
export function ComputationTable({ run, plan, settings, onStep }: ComputationTableProps) {
  return (
    <ChartTable
      title="The whole computation"
      head={['Step', 'Part', 'What is computed', 'With numbers', 'Result']}
      rows={() =>
        run.steps.map((fact, step) => {
          const { phase, made } = resultOf(fact)
          const lines = equationOf(fact, { plan, values: run.values, loss: settings.loss }).map(equationText)
          if (made === null) return null
          return (
            <tr key={lines.join(' ')} className="border-line border-b">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                <button
                  type="button"
                  onClick={() => onStep(step)}
                  aria-label={`Go to step ${step}`}
                  className="inline-flex min-h-7 min-w-9 items-center text-accent underline underline-offset-4"
                >
                  {step}
                </button>
              </th>
              <td className="py-1 pr-4">{PHASE_NAMES[phase]}</td>
              <td className="whitespace-nowrap py-1 pr-4">{lines[0]}</td>
              <td className="whitespace-nowrap py-1 pr-4">{lines[1] ?? ''}</td>
              <td className="py-1 text-right">{formatNumber(made.number, 8)}</td>
            </tr>
          )
        })
      }
    />
  )
}
