/**
 * The stand-in for CIFAR-10: 32 × 32 colour pictures of ten shapes and textures, drawn by the code below from a seed,
 * in the same record format. It is no photograph and no benchmark; whoever shows it says so.
 */
import { createRng, type Rng } from '../random/rng'
import { CIFAR10_RECORD_BYTES, type Cifar10, type ImageRecords } from './cifar10'

/** Whether the point (u, v), in units of the figure's size around its centre, belongs to the figure. */
type Figure = (u: number, v: number) => boolean

const FIGURES: Record<string, Figure> = {
  disc: (u, v) => u * u + v * v < 1,
  square: (u, v) => Math.max(Math.abs(u), Math.abs(v)) < 0.85,
  triangle: (u, v) => v < 0.8 && v > -0.9 && Math.abs(u) < (v + 0.9) * 0.6,
  cross: (u, v) => Math.min(Math.abs(u), Math.abs(v)) < 0.28 && Math.max(Math.abs(u), Math.abs(v)) < 1,
  ring: (u, v) => u * u + v * v < 1 && u * u + v * v > 0.36,
  'horizontal bars': (_u, v) => wave(v) < 0.5,
  'vertical bars': (u) => wave(u) < 0.5,
  'diagonal bars': (u, v) => wave((u + v) * 0.7) < 0.5,
  'chess board': (u, v) => wave(u) < 0.5 === wave(v) < 0.5,
  dots: (u, v) => {
    const a = wave(u) - 0.5
    const b = wave(v) - 0.5
    return a * a + b * b < 0.09
  },
}
export const DRAWN_TEN_CLASSES = Object.keys(FIGURES)

/** Position in a period of length ⅔, from 0 to 1. */
function wave(x: number): number {
  const turns = x * 1.5
  return turns - Math.floor(turns)
}

/** Draws `train` and `validation` pictures. The same seed gives the same bytes everywhere; the two sets never share a stream. */
export function drawnTenClasses({
  train,
  validation,
  seed,
}: {
  train: number
  validation: number
  seed: number
}): Cifar10 {
  return {
    name: 'drawn-ten',
    classes: DRAWN_TEN_CLASSES,
    train: [drawRecords(train, createRng(seed, 'drawing', 0))],
    test: [drawRecords(validation, createRng(seed, 'drawing', 1))],
  }
}

function drawRecords(count: number, rng: Rng): ImageRecords {
  const bytes = new Uint8Array(count * CIFAR10_RECORD_BYTES)
  for (let n = 0; n < count; n++) {
    const label = rng.below(10)
    const record = bytes.subarray(n * CIFAR10_RECORD_BYTES, (n + 1) * CIFAR10_RECORD_BYTES)
    record[0] = label
    drawPicture(record.subarray(1), FIGURES[DRAWN_TEN_CLASSES[label] as string] as Figure, rng)
  }
  return { bytes, count }
}

/** One figure of random size, place and tilt on a shaded ground, both coloured at random, under noise. */
function drawPicture(pixels: Uint8Array, figure: Figure, rng: Rng): void {
  const size = 7 + 7 * rng.uniform()
  const centreX = 10 + 12 * rng.uniform()
  const centreY = 10 + 12 * rng.uniform()
  const tilt = 0.4 * (rng.uniform() - 0.5)
  const ground = [0, 1, 2].map(() => 255 * rng.uniform())
  const ink = ground.map((value) => value + (rng.uniform() < 0.5 ? -1 : 1) * (25 + 110 * rng.uniform()))
  const shadeX = 3 * (rng.uniform() - 0.5)
  const shadeY = 3 * (rng.uniform() - 0.5)
  for (let y = 0; y < 32; y++) {
    for (let x = 0; x < 32; x++) {
      const dx = (x - centreX) / size
      const dy = (y - centreY) / size
      const inside = figure(dx + tilt * dy, dy - tilt * dx)
      const shade = shadeX * (x - 16) + shadeY * (y - 16)
      for (let channel = 0; channel < 3; channel++) {
        const colour = (inside ? ink : ground)[channel] as number
        const value = colour + shade + 24 * rng.normal()
        pixels[channel * 1024 + y * 32 + x] = Math.min(255, Math.max(0, Math.floor(value + 0.5)))
      }
    }
  }
}
