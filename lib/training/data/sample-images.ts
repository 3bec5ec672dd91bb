import type { ImageRecords } from '@/lib/engine'
import { CIFAR10_RECORD_BYTES } from '@/lib/engine/doors/trainer'
import type { SampleImages } from '@/lib/training/protocol'

const SIDE = 32
const PLANE = SIDE * SIDE

/** The first `count` pictures of the records: red, green and blue planes made into rgba pixels. */
export function sampleImages(files: readonly ImageRecords[], count: number): SampleImages {
  const records = files
    .flatMap(({ bytes, count: held }) =>
      Array.from({ length: Math.min(count, held) }, (_, n) =>
        bytes.subarray(n * CIFAR10_RECORD_BYTES, (n + 1) * CIFAR10_RECORD_BYTES),
      ),
    )
    .slice(0, count)
  const rgba = new Uint8ClampedArray(records.length * PLANE * 4)
  records.forEach((record, n) => {
    for (let pixel = 0; pixel < PLANE; pixel++) {
      const to = (n * PLANE + pixel) * 4
      rgba[to] = record[1 + pixel] ?? 0
      rgba[to + 1] = record[1 + PLANE + pixel] ?? 0
      rgba[to + 2] = record[1 + 2 * PLANE + pixel] ?? 0
      rgba[to + 3] = 255
    }
  })
  return { side: SIDE, rgba, labels: records.map((record) => record[0] ?? 0) }
}
