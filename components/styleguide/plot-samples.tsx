/** The style guide's pictures of numbers: lines, bars, and what a network says over the plane. Shown in development only. */
'use client'

import { ContourField } from '@/components/plot/contour-field'
import { DecisionPlane } from '@/components/plot/decision-plane'
import { Histogram } from '@/components/plot/histogram'
import { LineChart } from '@/components/plot/line-chart'
import type { PlaneCells } from '@/components/plot/paint'
import { PlanePoints } from '@/components/plot/plane-points'
import { ReliabilityBars } from '@/components/plot/reliability-bars'
import { activationLook } from '@/components/training/activation-look'
import { type ActivationName, activations } from '@/lib/engine'
import { BothThemes, Sample } from './sample'

/** Said more often than it came true. */
const BINS = Array.from({ length: 10 }, (_, bin) => ({
  from: bin / 10,
  to: (bin + 1) / 10,
  count: bin,
  accuracy: 0.8 * (bin / 10) + 0.05,
}))

const SIDE = 24
/** How likely the second class is on a disc in the middle. */
const FIELD = Array.from({ length: SIDE * SIDE }, (_, cell) => {
  const x = ((cell % SIDE) + 0.5) / SIDE - 0.5
  const y = (Math.floor(cell / SIDE) + 0.5) / SIDE - 0.5
  return 1 / (1 + Math.exp(60 * (x * x + y * y - 0.09)))
})
const CELLS: PlaneCells = {
  side: SIDE,
  winner: Uint8Array.from(FIELD, (value) => (value > 0.5 ? 1 : 0)),
  confidence: Float32Array.from(FIELD, (value) => Math.max(value, 1 - value)),
}
const POINTS = Float32Array.from([0, 0, 0.2, 0.1, -0.1, 0.2, 0.8, 0.7, -0.8, 0.6, 0.7, -0.8, -0.7, -0.7])
const LABELS = [1, 1, 1, 0, 0, 0, 0]
const CURVES: ActivationName[] = ['relu', 'swish', 'gelu', 'leaky-relu', 'prelu']

/** Pictures of numbers: lines, and what a network says over the plane. */
export function PlotSamples() {
  return (
    <>
      <Sample
        name="Histogram"
        use="Bars without axes, for a row of small pictures side by side; numbers that are exactly zero stand apart."
      >
        <BothThemes>{() => <Histogram counts={[1, 3, 8, 14, 11, 6, 2, 0]} zeros={9} height={64} />}</BothThemes>
      </Sample>
      <Sample
        name="Line chart"
        use="Read by pointer, touch or arrow keys; every value stands in a table below. Its axes, legend and table are parts of it."
      >
        <BothThemes>
          {() => (
            <>
              <LineChart title="Five activations" xLabel="x" series={CURVES.map(seriesOf)} />
              <LineChart
                title="Before the first run"
                xLabel="step"
                series={[]}
                emptyText="Nothing has been run."
                height={160}
              />
            </>
          )}
        </BothThemes>
      </Sample>
      <Sample
        name="Decision plane"
        use="Colour says the class, strength the confidence, the mark’s shape the class once more."
      >
        <BothThemes>
          {() => (
            <DecisionPlane
              title="A disc in the middle"
              cells={CELLS}
              plane={{ inputs: POINTS, labels: LABELS, extent: 1 }}
              classNames={['outside', 'inside']}
            />
          )}
        </BothThemes>
      </Sample>
      <Sample
        name="Contour field"
        use="The same as layers between lines, drawn on the server as well: the start page’s picture."
      >
        <BothThemes>
          {() => (
            <svg
              viewBox="-100 -100 200 200"
              role="img"
              aria-label="A disc in the middle"
              className="w-full rounded-control border border-line bg-surface"
            >
              <ContourField values={FIELD} side={SIDE} />
              <PlanePoints points={POINTS} labels={LABELS} extent={1} />
            </svg>
          )}
        </BothThemes>
      </Sample>
      <Sample
        name="Reliability bars"
        use="How often what was said came true, bin by bin; on the dashed line it can be believed."
      >
        <BothThemes>
          {() => (
            <svg
              viewBox="0 0 200 120"
              role="img"
              aria-label="Surer than it should be"
              className="w-full rounded-control border border-line bg-surface"
            >
              <ReliabilityBars bins={BINS} toX={(said) => said * 200} toY={(share) => (1 - share) * 120} />
            </svg>
          )}
        </BothThemes>
      </Sample>
    </>
  )
}

function seriesOf(name: ActivationName) {
  const { value } = activations[name]
  const points = Array.from({ length: 81 }, (_, index) => {
    const x = -4 + index / 10
    return [x, value(x)] as const
  })
  return { id: name, ...activationLook(name), points }
}
