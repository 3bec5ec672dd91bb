'use client'

import { useMemo } from 'react'
import { halfOf } from '@/components/lab/calibration-lab/calibration-spec'
import { calledCells, rareShares } from '@/components/lab/calibration-lab/reading/called-cells'
import { DecisionPlane, type LabelledPlane } from '@/components/plot/decision-plane'
import type { PlaneData } from '@/lib/training/plane/plane-protocol'
import type { Surface } from '@/lib/training/protocol'

interface VerdictPlaneProps {
  data: PlaneData | null
  surface: Surface | null
  threshold: number
  temperature: number
}

const CLASSES = ['class 0', 'class 1, rare']

/** Where the plane is called what, and the points that are counted: those of the test half. */
export function VerdictPlane({ data, surface, threshold, temperature }: VerdictPlaneProps) {
  const plane = useMemo(() => (data === null ? null : testPlane(data)), [data])
  const shares = useMemo(() => (surface === null ? null : rareShares(surface, temperature)), [surface, temperature])
  const cells = useMemo(
    () => (shares === null || surface === null ? null : calledCells(shares, surface.side, threshold)),
    [shares, surface, threshold],
  )
  return (
    <DecisionPlane
      title="What is called what, and the test points"
      cells={cells}
      plane={plane}
      classNames={CLASSES}
      emptyText="The points come here as soon as they are made."
    />
  )
}

function testPlane({ held, points }: PlaneData): LabelledPlane {
  const half = halfOf(held.labels.length)
  return { inputs: held.inputs.subarray(2 * half), labels: held.labels.slice(half), extent: points.extent }
}
