'use client'

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { createPlaneTrainer } from '@/lib/training/plane/plane-client'
import {
  EMPTY_SNAPSHOT,
  type Pace,
  type PlanePlan,
  PlanePlayer,
  type PlaneSnapshot,
} from '@/lib/training/plane/plane-player'

/** At most sixty pictures a second, and the page has its time between two of them. */
const TURN_MS = 16
/** A slider is drawn along: its last value is what is trained. */
const SETTLE_MS = 200

const PACES: Record<'slow' | 'normal' | 'fast', Pace> = {
  slow: { steps: 1, budgetMs: 24 },
  normal: { steps: 12, budgetMs: 24 },
  fast: { steps: 100_000, budgetMs: 16 },
}

/** A hidden tab gets no animation frames, so that nothing is trained for nobody. */
function nextTurn(then: () => void) {
  window.setTimeout(() => requestAnimationFrame(then), TURN_MS)
}

/** The player of a playground: told what to train, whether it is seen, and how fast. */
export function usePlayer(
  plan: PlanePlan | null,
  speed: keyof typeof PACES,
  onScreen: boolean,
): { player: PlanePlayer; snapshot: PlaneSnapshot } {
  const [player] = useState(
    () => new PlanePlayer({ createTrainer: createPlaneTrainer, now: () => performance.now(), nextTurn }),
  )
  const snapshot = useSyncExternalStore(player.subscribe, player.getSnapshot, () => EMPTY_SNAPSHOT)
  const key = useMemo(() => JSON.stringify(plan), [plan])
  const wanted = useRef(plan)
  wanted.current = plan
  const isFirst = useRef(true)

  useEffect(() => {
    const choose = () => player.choose(key === 'null' ? null : wanted.current)
    if (isFirst.current) {
      isFirst.current = false
      choose()
      return
    }
    const timer = window.setTimeout(choose, SETTLE_MS)
    return () => window.clearTimeout(timer)
  }, [player, key])
  useEffect(() => player.setPace(PACES[speed]), [player, speed])
  useEffect(() => player.setVisible(onScreen), [player, onScreen])
  useEffect(
    () => () => {
      isFirst.current = true
      player.dispose()
    },
    [player],
  )
  return { player, snapshot }
}
