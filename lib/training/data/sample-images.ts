import type { Examples } from '@/lib/engine'
import type { SampleImages } from '@/lib/training/protocol'

const SIDE = 32
const PIXELS = SIDE * SIDE

/** Colour pictures among examples that are bytes, by their places: what a page shows of them. */
export function sampleImages({ inputs, labels }: Examples, places: readonly number[]): SampleImages {
  const rgba = new Uint8ClampedArray(places.length * PIXELS * 4).fill(255)
  for (const [n, place] of places.entries()) {
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      const from = (place * PIXELS + pixel) * 3
      rgba.set(inputs.subarray(from, from + 3), (n * PIXELS + pixel) * 4)
    }
  }
  return { side: SIDE, rgba, labels: places.map((place) => labels[place] ?? 0) }
}
