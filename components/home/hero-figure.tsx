import { ContourField } from '@/components/plot/contour-field'
import { PlanePoints } from '@/components/plot/plane-points'
import { costOf } from '@/lib/engine'
import { HERO_RECIPES, HERO_SEED } from './hero-recipes'
import { LiveNetwork } from './live-network'
import { trainStill } from './train-still'

/** The network of the start page: trained here, while the page is built, and again in the reader's tab. */
export async function HeroFigure() {
  const stills = await Promise.all(
    HERO_RECIPES.map(async ({ id, spec }) => ({ id, spec, still: await trainStill(spec, HERO_SEED) })),
  )
  const [shown] = stills
  if (shown === undefined) return null
  const { frame, points } = shown.still
  const { steps, parameters } = costOf(shown.spec)
  return (
    <LiveNetwork
      steps={steps}
      parameters={parameters}
      examples={points.labels.length}
      builtHashes={Object.fromEntries(stills.map(({ id, still }) => [id, still.frame.weightHash ?? '']))}
      still={<ContourField values={frame.field.values} side={frame.field.side} />}
      points={<PlanePoints points={points.inputs} labels={points.labels} extent={frame.extent} />}
    />
  )
}
