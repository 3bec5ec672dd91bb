'use client'

/**
 * What a worker reads from the run that is chosen: asked only while nothing trains, so that the times in the table are those
 * of the training alone. Not here: what is shown of it (inside-panel.tsx).
 */
import { useEffect, useRef, useState } from 'react'
import type { ExperimentSpec } from '@/lib/engine'
import { type AskedTrainer, createAskedTrainer } from '@/lib/training/asked/asked-trainer'
import {
  type ImageLook,
  type Judgement,
  LOOK,
  type LookAnswer,
  type LookQuestion,
} from '@/lib/training/look/look-protocol'
import type { LearntWeights } from '@/lib/training/protocol'

/** Loading the engine and the images, and a slow machine's judgement of two thousand of them. */
const PATIENCE_MS = 60_000

export interface LookWish {
  /** Names the run, and how far it had come. */
  key: string
  spec: ExperimentSpec
  weights: () => Promise<LearntWeights | null>
  /** From 0. */
  image: number
  layer: number
}

export interface Look {
  key: string
  learnt: LearntWeights
  image: ImageLook
  judgement: Judgement
}

export interface LookState {
  look: Look | null
  isLooking: boolean
  problem: string | null
}

const GONE = 'What this run had learnt is gone with the worker that trained it. Run it again to look inside.'

/** `wish`: null while something trains, or nothing has been trained; `look` then is the last there was. */
export function useLook(wish: LookWish | null): LookState {
  const [state, setState] = useState<LookState>({ look: null, isLooking: false, problem: null })
  const looker = useRef<AskedTrainer<LookQuestion, LookAnswer> | null>(null)
  /** One question after another; of those that wait only the last is asked. */
  const queue = useRef(Promise.resolve())
  const latest = useRef<LookWish | null>(null)
  const last = useRef<Look | null>(null)

  useEffect(() => {
    latest.current = wish
    if (wish === null) return
    queue.current = queue.current.then(async () => {
      if (latest.current !== wish) return
      setState((before) => ({ ...before, isLooking: true }))
      looker.current ??= createAskedTrainer<LookQuestion, LookAnswer>(LOOK)
      const result = await lookNow(wish, last.current, looker.current)
      if ('look' in result) last.current = result.look
      else {
        // A worker that failed may be gone: the next question has a new one.
        looker.current?.dispose()
        looker.current = null
      }
      if (latest.current !== wish) return
      setState({
        look: last.current,
        isLooking: false,
        problem: 'problem' in result ? result.problem : null,
      })
    })
  }, [wish])

  useEffect(
    () => () => {
      latest.current = null
      looker.current?.dispose()
      looker.current = null
    },
    [],
  )
  return state
}

async function lookNow(
  { key, spec, weights, image, layer }: LookWish,
  before: Look | null,
  looker: AskedTrainer<LookQuestion, LookAnswer>,
): Promise<{ look: Look } | { problem: string }> {
  try {
    const isSame = before?.key === key
    const learnt = isSame ? before.learnt : await weights()
    if (learnt === null) return { problem: GONE }
    const question = { spec, weights: learnt.weights, image, layers: [layer], judge: !isSame }
    const answer = await looker.ask(question, PATIENCE_MS)
    if (answer.kind === 'failed') return { problem: answer.message }
    const judgement = answer.judgement ?? before?.judgement
    if (judgement === undefined) return { problem: GONE }
    return { look: { key, learnt, image: answer.image, judgement } }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
