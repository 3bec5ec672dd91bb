'use client'

/**
 * `<Plotter>`: f and f′ of any activations and of one that the learner writes, drawn over one another, with every value to
 * be read. It arranges; what is drawn is curves.ts, and each part draws itself.
 */
import { useCallback, useMemo, useRef, useState } from 'react'
import { ExportMenu } from '@/components/export/export-menu'
import { LabFrame } from '@/components/lab/lab-frame'
import { useLab } from '@/components/lab/use-lab'
import type { LabProps } from '@/components/lab/use-lab-settings'
import { ChartTable } from '@/components/plot/chart-table'
import { formatNumber } from '@/components/plot/format-number'
import { CurveChart } from './curve-chart'
import { type PlotterCurve, rememberingCurves } from './curves'
import { MarkerLegend } from './marker-legend'
import { markersOf } from './markers'
import { OwnFunctionCard } from './own-function-card'
import { PlotterControls } from './plotter-controls'
import { PropertiesTable } from './properties-table'
import { ReadingTable } from './reading-table'
import { SoundControls } from './sound-controls'
import { useOwnFunction } from './use-own-function'
import { useSlopeSound } from './use-slope-sound'

export function Plotter(props: LabProps<'plotter'>) {
  const { lab, frame } = useLab('plotter', props)
  const { set, settings } = lab
  const part = useRef<HTMLElement>(null)
  const { from, to, show } = settings
  const own = useOwnFunction(settings.own)
  const [curvesFor] = useState(() => rememberingCurves())
  const curves = curvesFor(settings, own.activation)
  const x = Math.min(to, Math.max(from, settings.x))
  const onX = useCallback((next: number) => set({ x: next }, { silent: true }), [set])

  const [chosen, setChosen] = useState<PlotterCurve['id'] | null>(null)
  const heard = curves.find(({ id }) => id === chosen) ?? curves[0]
  const sound = useSlopeSound(heard?.slope ?? flat, x, { from, to, onX })

  const drawn = useMemo(() => chartCurves(curves), [curves])
  const kinds = useMemo(() => new Set(curves.flatMap((curve) => markersOf(curve).map(({ kind }) => kind))), [curves])
  const axis = { from, to, x, onX }
  return (
    <LabFrame
      {...frame}
      frameRef={part}
      exportMenu={
        <ExportMenu
          size="sm"
          items={async () => (await import('./plotter-exports')).plotterExports(curves, { from, to }, part.current)}
        />
      }
      controls={
        <>
          <PlotterControls lab={lab} own={own} onX={onX} />
          <SoundControls sound={sound} curves={curves} heard={heard?.id ?? 'relu'} onHeard={setChosen} />
        </>
      }
      below={
        <>
          {curves.length > 0 ? <PropertiesTable curves={curves} onX={onX} /> : null}
          <OwnFunctionCard own={own} />
          <ValuesTable curves={curves} from={from} to={to} />
        </>
      }
    >
      {show === 'slopes' ? null : <CurveChart title="f(x)" curves={drawn.values} {...axis} />}
      {show === 'values' ? null : <CurveChart title="f′(x)" curves={drawn.slopes} {...axis} />}
      <MarkerLegend kinds={kinds} />
      <ReadingTable curves={curves} x={x} />
    </LabFrame>
  )
}

const flat = () => 0

function chartCurves(curves: readonly PlotterCurve[]) {
  const common = curves.map((curve) => ({
    id: curve.id,
    label: curve.label,
    color: curve.color,
    dash: curve.dash,
    markers: markersOf(curve),
  }))
  const jumpsOf = ({ features }: PlotterCurve, of: 'value' | 'slope') =>
    features.breaks.filter((one) => one[of] !== 0).map(({ x }) => x)
  return {
    values: common.map((one, index) => {
      const curve = curves[index] as PlotterCurve
      return { ...one, at: curve.value, jumps: jumpsOf(curve, 'value') }
    }),
    slopes: common.map((one, index) => {
      const curve = curves[index] as PlotterCurve
      // A kink of f is a jump of f′, which shows without a mark.
      const markers = one.markers.filter(({ kind }) => kind !== 'kink' && kind !== 'jump')
      return { ...one, markers, at: curve.slope, jumps: jumpsOf(curve, 'slope') }
    }),
  }
}

const ROWS = 20

function ValuesTable({ curves, from, to }: { curves: readonly PlotterCurve[]; from: number; to: number }) {
  const places = Array.from({ length: ROWS + 1 }, (_, row) =>
    Number((from + (row * (to - from)) / ROWS).toPrecision(6)),
  )
  return (
    <ChartTable
      title="Functions and slopes"
      head={['x', ...curves.flatMap(({ label }) => [`${label}, f(x)`, `${label}, f′(x)`])]}
      rows={() =>
        places.map((x) => (
          <tr key={x}>
            <th scope="row" className="py-1 pr-4 font-normal text-muted">
              {formatNumber(x, 6)}
            </th>
            {curves.map(({ id, value, slope }) => [
              <td key={id} className="py-1 pr-4">
                {formatNumber(value(x), 6)}
              </td>,
              <td key={`${id}′`} className="py-1 pr-4">
                {formatNumber(slope(x), 6)}
              </td>,
            ])}
          </tr>
        ))
      }
    />
  )
}
