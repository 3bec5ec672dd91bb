'use client'

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'

/** What a page needs of a player, whatever it plays. */
interface AskedPlayer<Plan, Snapshot> {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => Snapshot
  choose(plan: Plan | null): void
  setPace(pace: { steps: number; budgetMs: number }): void
  setVisible(visible: boolean): void
  dispose(): void
}

/** What a page gives to it. */
interface PagePorts {
  now(): number
  nextTurn(then: () => void): void
}

interface Played<Plan> {
  /** Null: nothing is to be run. */
  plan: Plan | null
  pace: { steps: number; budgetMs: number }
  onScreen: boolean
}

/** At most sixty pictures a second, and the page has its time between two of them. */
const TURN_MS = 16
/** A slider is drawn along: its last value is what is trained. What begins where nothing was begins at once. */
const SETTLE_MS = 200

/** The key of no plan. */
const NOTHING = JSON.stringify(null)

/** A hidden tab gets no animation frames, so that nothing is trained for nobody. */
function nextTurn(then: () => void) {
  window.setTimeout(() => requestAnimationFrame(then), TURN_MS)
}

/** The player of a widget: told what to train, whether it is seen, and how fast. `empty`: what it shows on the server. */
export function useAskedPlayer<Plan, Snapshot, Player extends AskedPlayer<Plan, Snapshot>>(
  create: (ports: PagePorts) => Player,
  empty: Snapshot,
  { plan, pace, onScreen }: Played<Plan>,
): { player: Player; snapshot: Snapshot } {
  const [player] = useState(() => create({ now: () => performance.now(), nextTurn }))
  const snapshot = useSyncExternalStore(player.subscribe, player.getSnapshot, () => empty)
  const key = useMemo(() => JSON.stringify(plan), [plan])
  const wanted = useRef(plan)
  wanted.current = plan
  /** Null before the first plan. */
  const chosen = useRef<string | null>(null)

  useEffect(() => {
    const choose = () => {
      chosen.current = key
      player.choose(key === NOTHING ? null : wanted.current)
    }
    if (chosen.current === null || chosen.current === NOTHING) {
      choose()
      return
    }
    const timer = window.setTimeout(choose, SETTLE_MS)
    return () => window.clearTimeout(timer)
  }, [player, key])
  useEffect(() => player.setPace(pace), [player, pace])
  useEffect(() => player.setVisible(onScreen), [player, onScreen])
  useEffect(
    () => () => {
      chosen.current = null
      player.dispose()
    },
    [player],
  )
  return { player, snapshot }
}
