'use client'

import { useMemo, useState } from 'react'
import { parseSeeds } from '@/components/training/parse-seeds'
import { useRunJournal } from '@/components/training/use-run-journal'
import { useTrainer } from '@/components/training/use-trainer'
import { CHALLENGE_ID, CHALLENGE_VERSION, challengePlan, DEFAULT_SETTINGS } from './challenge-plan'

/** Settings, the three trainings, and the log that they go to. */
export function useChallenge() {
  const { trainer, snapshot } = useTrainer()
  const [settings, setSettings] = useState(DEFAULT_SETTINGS)
  const seeds = useMemo(() => parseSeeds(settings.seeds), [settings.seeds])
  const { failed: unsaved } = useRunJournal(snapshot, CHALLENGE_ID, CHALLENGE_VERSION)
  return {
    snapshot,
    settings,
    setSettings,
    seedCount: 'seeds' in seeds ? seeds.seeds.length : null,
    seedError: 'error' in seeds ? seeds.error : null,
    unsaved,
    run: () => {
      if ('seeds' in seeds) trainer.start(challengePlan(settings, seeds.seeds))
    },
    pause: () => trainer.pause(),
    resume: () => trainer.resume(),
    stop: () => trainer.stop(),
    reset: () => trainer.reset(),
  }
}
