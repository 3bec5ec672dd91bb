/** What can be saved of the depth lab. Not here: what makes each file (components/export, lib/export). */
import type { ExportItem } from '@/components/export/export-menu'
import { chartItems } from '@/components/export/picture-items'
import { codeItems } from '@/components/export/runs/run-items'
import { textItem } from '@/components/export/text-item'
import type { DepthSnapshot } from '@/lib/training/depth/depth-player'
import { layersCsv, stepsCsv } from './depth-csv'
import { stepWords } from './depth-words'
import { type LineLook, looksOf } from './line-look'

const ID = 'depth-lab'

export function depthExports({ plan, runs }: DepthSnapshot, part: HTMLElement | null): ExportItem[] {
  if (plan === null || runs.length === 0) return []
  const looks = looksOf(plan.specs)
  return [
    textItem('Layer by layer', [ID, 'layers'], 'csv', () => layersCsv(runs, looks)),
    textItem('Step by step', [ID, 'steps'], 'csv', () => stepsCsv(runs, looks)),
    ...chartItems({ part, id: ID, about: aboutText(looks, runs[0]?.step ?? 0) }),
    ...plan.specs.flatMap((spec, line) => {
      const title = looks[line]?.label ?? ''
      const items = codeItems({ id: `${ID} ${title}`, title, spec, seed: plan.seeds[0] ?? 0 })
      return items.map((item) => ({ ...item, label: `${title}: ${item.label}` }))
    }),
  ]
}

function aboutText(looks: readonly LineLook[], step: number): string {
  return `${looks.map(({ label }) => label).join(', ')}; medians over the seeds, read ${stepWords(step)}.`
}
