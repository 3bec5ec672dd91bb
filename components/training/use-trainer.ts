'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { createTrainerClient, type TrainerClient } from '@/lib/training/trainer-client'
import { IDLE_SNAPSHOT, type TrainingSnapshot } from '@/lib/training/training-snapshot'

/** One trainer for as long as the component lives; its worker starts with the first run. `showMs`: least time between two news. */
export function useTrainer(showMs?: number): { trainer: TrainerClient; snapshot: TrainingSnapshot } {
  const [trainer] = useState(() => createTrainerClient(undefined, showMs))
  useEffect(() => () => trainer.dispose(), [trainer])
  const snapshot = useSyncExternalStore(trainer.subscribe, trainer.getSnapshot, () => IDLE_SNAPSHOT)
  return { trainer, snapshot }
}
