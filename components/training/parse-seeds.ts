export const MOST_SEEDS = 10
const LARGEST_SEED = 2 ** 32 - 1

/** The seeds as numbers, or one sentence saying what is wrong with what was typed. */
export function parseSeeds(text: string): { seeds: number[] } | { error: string } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  if (parts.length === 0) return { error: 'Give at least one seed, for example 0.' }
  const wrong = parts.find((part) => !/^\d{1,10}$/.test(part) || Number(part) > LARGEST_SEED)
  if (wrong !== undefined) return { error: `“${wrong}” is no seed: use whole numbers from 0 to 4294967295.` }
  const seeds = parts.map(Number)
  const twice = seeds.find((seed, index) => seeds.indexOf(seed) !== index)
  if (twice !== undefined) return { error: `Seed ${twice} is there twice; it would give the same run again.` }
  if (seeds.length > MOST_SEEDS)
    return { error: `That is ${seeds.length} seeds; at most ${MOST_SEEDS} fit on one chart.` }
  return { seeds }
}
