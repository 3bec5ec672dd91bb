import { type Backend, buildDataset, createTrainer, type ExperimentSpec, TWINS_BACKEND } from '@/lib/engine'
import type { LoadedRecipe } from '@/lib/training/plane/load-recipe'

/** A recipe as a worker loads it, in a test: by the kernels' twins unless said otherwise, and nothing fetched. */
export async function loadRecipeHere(recipe: ExperimentSpec, backend: Backend = TWINS_BACKEND): Promise<LoadedRecipe> {
  const dataset = buildDataset(recipe.data)
  return {
    dataset,
    isSlow: true,
    createTrainer(seed, checkpoint, spec = recipe) {
      const trainer = createTrainer({ spec, seed, dataset, backend })
      if (checkpoint !== null) trainer.restore(checkpoint)
      return trainer
    },
  }
}
