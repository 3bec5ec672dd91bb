/** What a session on points of the plane trains with in a browser: its data, and trainers on this thread alone. No logic here. */
import type { Checkpoint, Dataset, ExperimentSpec, Trainer } from '@/lib/engine'
import { loadData } from '@/lib/training/data/load-data'
import { browserHardware } from '@/lib/training/hardware/browser-hardware'
import { needsOf } from '@/lib/training/trainer-parts'

export interface LoadedRecipe {
  dataset: Dataset
  /** Whether the twins train. */
  isSlow: boolean
  /** `spec`: the recipe itself, or the same with other interventions. */
  createTrainer(seed: number, checkpoint: Checkpoint | null, spec?: ExperimentSpec): Trainer
}

/** Rejects in a sentence. */
export async function loadRecipe(recipe: ExperimentSpec): Promise<LoadedRecipe> {
  let isSlow = false
  const ports = {
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    caches: undefined,
    // A tiny network's step takes microseconds: one thread is faster than the sharing out.
    loadHardware: async (rare: boolean) => {
      const { backend } = await browserHardware(rare)
      isSlow = backend.kind === 'twins'
      return { backend }
    },
  }
  const signal = new AbortController().signal
  const { dataset, build } = await loadData(recipe.data, needsOf([recipe]), ports, signal, () => undefined)
  return {
    dataset,
    isSlow,
    createTrainer: (seed, checkpoint, spec = recipe) => {
      const trainer = build({ key: 'plane', spec, seed })
      // It is this very run's: the page had it from a worker like this one.
      if (checkpoint !== null) trainer.restore(checkpoint)
      return trainer
    },
  }
}
