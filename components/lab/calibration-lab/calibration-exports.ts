/** What can be saved of the lab, made when it is asked for. */
import type { ExportItem } from '@/components/export/export-menu'
import { chartItems } from '@/components/export/picture-items'
import { codeItems, modelItem } from '@/components/export/runs/run-items'
import { textItem } from '@/components/export/text-item'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import type { PlanePlayer } from '@/lib/training/plane/plane-player'
import type { ModelReading } from './reading/model-reading'
import { scoresCsv, thresholdsCsv } from './reading/threshold-csv'

interface Exported {
  player: Pick<PlanePlayer, 'getSnapshot' | 'weights'>
  reading: ModelReading | null
  temperature: number
  /** The part of the page whose charts can be saved. */
  panel: HTMLElement | null
}

const ID = 'calibration'

export function calibrationExports({ player, reading, temperature, panel }: Exported): ExportItem[] {
  const { plan, runs, data } = player.getSnapshot()
  const { curve = null, test = null } = reading ?? {}
  const [seed = 0] = plan?.seeds ?? []
  const about = `Measured on the test half, at temperature ${temperature}.`
  const learnt = () => player.weights(0)
  return [
    ...(curve === null || test === null
      ? []
      : [
          textItem('All thresholds', [ID, 'All thresholds'], 'csv', () => thresholdsCsv(test, curve, temperature)),
          ...chartItems({ part: panel, id: ID, about }),
        ]),
    ...(reading === null ? [] : [textItem('Scores', [ID, 'Scores'], 'csv', () => scoresCsv(reading, temperature))]),
    ...(plan === null || !runs.some(({ step }) => step > 0)
      ? []
      : [modelItem({ id: ID, spec: plan.spec, seed, dataHash: data?.hash ?? '', learnt })]),
    ...(plan === null ? [] : codeItems({ id: ID, title: LAB_WIDGETS['calibration-lab'].title, spec: plan.spec, seed })),
  ]
}
