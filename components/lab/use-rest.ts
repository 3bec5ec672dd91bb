'use client'

import { useEffect, useRef } from 'react'
import type { TrainerClient } from '@/lib/training/trainer-client'
import type { TrainingSnapshot } from '@/lib/training/training-snapshot'

/** Pauses what trains while nobody can see it, and goes on when somebody can. What a person paused stays so. */
export function useRest(
  { pause, resume }: Pick<TrainerClient, 'pause' | 'resume'>,
  phase: TrainingSnapshot['phase'],
  onScreen: boolean,
): void {
  const rests = useRef(false)
  useEffect(() => {
    const trains = phase === 'running' || phase === 'loading'
    if (!onScreen && trains && !rests.current) {
      rests.current = true
      pause()
    } else if (onScreen && rests.current) {
      rests.current = false
      resume()
    }
  }, [pause, resume, phase, onScreen])
}
