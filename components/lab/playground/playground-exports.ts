/** What can be saved of the playground: always of the recipe that is trained, which settings may be ahead of. */

import { recipeLine } from '@/components/experiment/recipe-line'
import type { ExportItem } from '@/components/export/export-menu'
import { chartItems } from '@/components/export/picture-items'
import { codeItems, curvesItem, modelItem, type RunItemPorts } from '@/components/export/runs/run-items'
import type { PlanePlayer } from '@/lib/training/plane/plane-player'

const ID = 'playground'

/** `part`: of the page, whose charts can be saved. */
export function playgroundExports(
  player: Pick<PlanePlayer, 'getSnapshot' | 'shownRun' | 'weights'>,
  part: HTMLElement | null,
  ports?: RunItemPorts,
): ExportItem[] {
  const { plan, runs, phase, data } = player.getSnapshot()
  if (plan === null) return []
  const { spec } = plan
  const shown = player.shownRun
  const seed = plan.seeds[shown] ?? plan.seeds[0] ?? 0
  const code = codeItems({ id: ID, title: 'Playground', spec, seed }, ports)
  if (!runs.some(({ step }) => step > 0)) return code
  const learnt = () => player.weights(shown)
  return [
    curvesItem(
      ID,
      runs.map((run) => ({ ...run, spec, status: run.end?.outcome ?? phase })),
    ),
    ...chartItems({ part, id: ID, about: `${recipeLine(spec)}.` }),
    modelItem({ id: ID, spec, seed, dataHash: data?.hash ?? '', learnt }, ports),
    ...code,
  ]
}
