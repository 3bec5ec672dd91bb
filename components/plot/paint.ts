/** Numbers into pixels: fast enough that a surface of 100 × 100 is drawn between two frames. Knows no canvas. */
import { classVariable, parseHexColor } from './class-colors'

/** What a model gives each point of a square: row by row from the upper left corner, `side` × `side`. */
export interface PlaneCells {
  side: number
  winner: Uint8Array
  /** Of the winner, 0 to 1. */
  confidence: Float32Array
}

export type Rgb = readonly [red: number, green: number, blue: number]

const LEVELS = 256
const CLASSES = 6

/** One word of a pixel (little-endian RGBA) for each class and level of certainty, so that a pixel is one look-up. */
export function certaintyPalette(colors: readonly Rgb[], faint: number, strong: number): Uint32Array {
  const palette = new Uint32Array(colors.length * LEVELS)
  colors.forEach((color, index) => {
    for (let level = 0; level < LEVELS; level++) {
      palette[index * LEVELS + level] = word(color, faint + ((strong - faint) * level) / (LEVELS - 1))
    }
  })
  return palette
}

/** Of the classes, in the theme that an element has: faint enough that the points are seen on it. */
export function classPalette(element: Element): Uint32Array {
  const style = getComputedStyle(element)
  const colors = Array.from({ length: CLASSES }, (_, index) =>
    parseHexColor(style.getPropertyValue(classVariable(index))),
  )
  return certaintyPalette(colors, 0.08, 0.52)
}

/** Colour says the class, strength how much more likely than a toss-up it is. */
export function paintSurface({ winner, confidence }: PlaneCells, palette: Uint32Array, pixels: Uint32Array): void {
  const classes = palette.length / LEVELS
  for (let cell = 0; cell < winner.length; cell++) {
    const share = Math.min(1, Math.max(0, ((confidence[cell] as number) - 0.5) * 2))
    pixels[cell] = palette[((winner[cell] as number) % classes) * LEVELS + ((share * (LEVELS - 1)) | 0)] as number
  }
}

/** Positive in one colour, negative in the other, 0 clear; `scale` is where both are full. */
export function paintUnit(
  values: Float32Array,
  unit: number,
  units: number,
  scale: number,
  palette: Uint32Array,
  pixels: Uint32Array,
): void {
  for (let cell = 0, at = unit; at < values.length; cell++, at += units) {
    const value = values[at] as number
    const share = Math.min(1, Math.abs(value) / scale)
    pixels[cell] = palette[(value < 0 ? 0 : LEVELS) + ((share * (LEVELS - 1)) | 0)] as number
  }
}

/** The largest |value| of a layer, so that its units can be compared; never 0. */
export function scaleOf(values: Float32Array): number {
  let most = 0
  for (const value of values) most = Math.max(most, Math.abs(value))
  return most === 0 || !Number.isFinite(most) ? 1 : most
}

function word([red, green, blue]: Rgb, alpha: number): number {
  return ((Math.round(alpha * 255) << 24) | (blue << 16) | (green << 8) | red) >>> 0
}
