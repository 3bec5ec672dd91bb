'use client'

import { useEffect, useRef } from 'react'
import { usePhaseWords } from '@/components/lab/use-phase-words'
import type { DepthSnapshot } from '@/lib/training/depth/depth-player'
import { accuracyWords, gradientWords } from './depth-words'
import type { LineLook } from './line-look'

interface DepthWords {
  snapshot: DepthSnapshot
  looks: readonly LineLook[]
  announce: (text: string) => void
}

/** Tells a screen reader what was measured first, and how the training goes. */
export function useDepthWords({ snapshot, looks, announce }: DepthWords): void {
  const { round, runs, isStale } = snapshot
  usePhaseWords({ snapshot, endWords: () => `Finished. ${accuracyWords(snapshot.runs, looks)}`, announce })
  const told = useRef(-1)
  const isMeasured = !isStale && runs.length > 0 && runs.every(({ reading }) => reading !== null)
  useEffect(() => {
    if (!isMeasured || told.current === round) return
    told.current = round
    announce(`Measured before the first step. ${gradientWords(runs, looks)}`)
  }, [isMeasured, round, runs, looks, announce])
}
