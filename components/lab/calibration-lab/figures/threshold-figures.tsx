'use client'

/** Precision against recall, and recall against false alarms: all trades of one model, with the present one marked. */
import { memo } from 'react'
import { confusionOf, type Measures, measuresOf } from '@/components/lab/calibration-lab/reading/confusion'
import { calledAbove, type ScoredPoints } from '@/components/lab/calibration-lab/reading/scored-points'
import {
  type CurvePoint,
  indexOfCalled,
  type ThresholdCurve,
  thresholdOfStep,
} from '@/components/lab/calibration-lab/reading/threshold-curve'
import { shareText } from '@/components/lab/calibration-lab/reading/threshold-words'
import { formatNumber } from '@/components/plot/format-number'
import { steps, thinPath } from './curve-path'
import { UnitFigure } from './unit-figure'

interface ThresholdFiguresProps {
  test: ScoredPoints | null
  curve: ThresholdCurve | null
  threshold: number
  temperature: number
  called: number
  measures: Measures
  emptyText: string | null
  onThreshold: (threshold: number) => void
}

type Axis = 'recall' | 'precision' | 'falseAlarms'
type Place = { [key in Axis]: number }

interface Kind {
  title: string
  x: Axis
  y: Axis
  xLabel: string
  area: string
  areaOf: (curve: ThresholdCurve) => number
  /** What no skill at all gets, given the share of class 1. */
  chance: (positives: number) => { label: string; value: string; ends: [left: number, right: number] }
  /** Between two points of the curve: a step up at the one to the right, or straight on. */
  isStepped: boolean
  words: (place: Measures) => string
}

const KINDS: readonly Kind[] = [
  {
    title: 'Precision against recall (PR)',
    x: 'recall',
    y: 'precision',
    xLabel: 'recall',
    area: 'average precision',
    areaOf: (curve) => curve.averagePrecision,
    chance: (share) => ({ label: 'no skill', value: formatNumber(share, 3), ends: [share, share] }),
    isStepped: true,
    words: ({ recall, precision }) => `recall ${shareText(recall)}, precision ${shareText(precision)}`,
  },
  {
    title: 'Recall against false alarms (ROC)',
    x: 'falseAlarms',
    y: 'recall',
    xLabel: 'false alarms, share of class 0',
    area: 'area under it',
    areaOf: (curve) => curve.rocArea,
    chance: () => ({ label: 'no skill', value: '0.5', ends: [0, 1] }),
    isStepped: false,
    words: ({ recall, falseAlarms }) => `recall ${shareText(recall)}, false alarms ${shareText(falseAlarms)}`,
  },
]

/** Of a table: evenly spread, with the ends, where nothing and everything is called. */
const TABLE_THRESHOLDS = Array.from({ length: 21 }, (_, i) => i / 20)

export function ThresholdFigures(props: ThresholdFiguresProps) {
  return KINDS.map((kind) => <ThresholdFigure key={kind.title} kind={kind} {...props} />)
}

function ThresholdFigure({ kind, ...props }: ThresholdFiguresProps & { kind: Kind }) {
  const { test, curve, threshold, temperature, called, measures, emptyText, onThreshold } = props
  const chance = kind.chance(test === null ? 0 : test.positives / test.count)
  const index = curve === null ? 0 : indexOfCalled(curve, called)
  const place: Place = {
    recall: measures.recall ?? 0,
    precision: measures.precision ?? 1,
    falseAlarms: measures.falseAlarms ?? 0,
  }
  const step = (to: number) => {
    if (test !== null && curve !== null) onThreshold(thresholdOfStep(test, curve, { from: index, to, temperature }))
  }
  return (
    <UnitFigure
      title={kind.title}
      xLabel={kind.xLabel}
      legend={[
        { label: kind.area, color: 'var(--accent)', value: curve === null ? '–' : formatNumber(kind.areaOf(curve), 4) },
        { label: chance.label, color: 'var(--muted)', dash: '5 4', value: test === null ? '–' : chance.value },
      ]}
      index={index}
      last={(curve?.points.length ?? 1) - 1}
      onIndex={step}
      onPoint={(x, y) => {
        if (curve !== null) step(nearestPoint(curve.points, kind, x, y))
      }}
      reading={`At threshold ${formatNumber(threshold)}: ${kind.words(measures)}.`}
      table={{
        head: ['threshold', 'recall', 'precision', 'false alarms'],
        rows: () => (test === null ? [] : tableRows(test, temperature)),
      }}
      emptyText={emptyText}
    >
      {(toX, toY) => (
        <>
          <line
            x1={toX(0)}
            y1={toY(chance.ends[0])}
            x2={toX(1)}
            y2={toY(chance.ends[1])}
            stroke="var(--muted)"
            strokeDasharray="5 4"
          />
          {curve === null ? null : (
            <CurvePath points={curve.points} kind={kind} left={toX(0)} right={toX(1)} top={toY(1)} bottom={toY(0)} />
          )}
          <Mark x={toX(place[kind.x])} y={toY(place[kind.y])} left={toX(0)} bottom={toY(0)} />
        </>
      )}
    </UnitFigure>
  )
}

interface CurvePathProps {
  points: readonly CurvePoint[]
  kind: Kind
  left: number
  right: number
  top: number
  bottom: number
}

/** Up to two thousand points; drawn again only when they or the axes are others, not when the threshold moves. */
const CurvePath = memo(function CurvePath({ points, kind, left, right, top, bottom }: CurvePathProps) {
  const pixels = points.map(
    (point) => [left + point[kind.x] * (right - left), bottom - point[kind.y] * (bottom - top)] as const,
  )
  const path = thinPath(kind.isStepped ? steps(pixels) : pixels)
  return <path d={path} fill="none" stroke="var(--accent)" strokeWidth={2.25} strokeLinejoin="round" />
})

function Mark({ x, y, left, bottom }: { x: number; y: number; left: number; bottom: number }) {
  return (
    <g>
      <path d={`M${left} ${y}H${x}V${bottom}`} fill="none" stroke="var(--line-strong)" strokeDasharray="2 3" />
      <circle cx={x} cy={y} r={6} fill="var(--accent)" stroke="var(--surface)" strokeWidth={2} />
    </g>
  )
}

function nearestPoint(points: readonly CurvePoint[], { x: xAxis, y: yAxis }: Kind, x: number, y: number): number {
  let best = 0
  let distance = Number.POSITIVE_INFINITY
  points.forEach((point, at) => {
    const away = Math.hypot(point[xAxis] - x, point[yAxis] - y)
    if (away >= distance) return
    best = at
    distance = away
  })
  return best
}

function tableRows(test: ScoredPoints, temperature: number): string[][] {
  return TABLE_THRESHOLDS.map((threshold) => {
    const called = calledAbove(test, threshold, temperature)
    const { recall, precision, falseAlarms } = measuresOf(
      confusionOf({ called, caught: test.caught[called] as number }, test),
    )
    return [formatNumber(threshold), shareText(recall), shareText(precision), shareText(falseAlarms)]
  })
}
