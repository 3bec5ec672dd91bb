/** What can be saved of the lab, made when it is asked for. */
import { chartItems } from '@/components/export/chart-items'
import { codeItem } from '@/components/export/code-item'
import type { ExportItem } from '@/components/export/export-menu'
import { fileName } from '@/components/export/file-name'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import type { PlanePlan } from '@/lib/training/plane/plane-player'
import type { ModelReading } from './reading/model-reading'
import { scoresCsv, thresholdsCsv } from './reading/threshold-csv'

interface Exported {
  plan: PlanePlan | null
  reading: ModelReading | null
  temperature: number
  /** The part of the page whose charts can be saved. */
  panel: HTMLElement | null
}

const ID = 'calibration'

export async function calibrationExports({ plan, reading, temperature, panel }: Exported): Promise<ExportItem[]> {
  const { curve = null, test = null } = reading ?? {}
  const csv = (label: string, text: () => string): ExportItem => ({
    label,
    filename: fileName([ID, label], 'csv'),
    make: () => Promise.resolve(new Blob([text()], { type: 'text/csv;charset=utf-8' })),
  })
  const describe = (reading: string) => `Measured on the test half, at temperature ${temperature}. ${reading}`
  const [seed = 0] = plan?.seeds ?? []
  const code = { id: ID, title: LAB_WIDGETS['calibration-lab'].title }
  return [
    ...(curve === null || test === null ? [] : [csv('All thresholds', () => thresholdsCsv(test, curve, temperature))]),
    ...(reading === null ? [] : [csv('Scores', () => scoresCsv(reading, temperature))]),
    ...(curve === null ? [] : await chartItems(panel, ID, describe)),
    ...(plan === null ? [] : [codeItem(code, 'PyTorch', plan.spec, seed), codeItem(code, 'Keras', plan.spec, seed)]),
  ]
}
