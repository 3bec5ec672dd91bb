/**
 * How far apart two colours are, for common and uncommon eyes: contrast (WCAG 2.2), the three kinds of colour
 * blindness at full severity (Machado, Oliveira & Fernandes 2009, DOI 10.1109/TVCG.2009.113) and distance in OKLab
 * (Ottosson 2020, https://bottosson.github.io/posts/oklab/). Colours come as `#rrggbb`. The palette is tested with it.
 */
type Triple = [number, number, number]

export const VISIONS = ['common', 'protanopia', 'deuteranopia', 'tritanopia'] as const
export type Vision = (typeof VISIONS)[number]

/** Rows of the matrix that turns linear RGB into what such an eye makes of it. */
const MATRICES: Record<Exclude<Vision, 'common'>, [Triple, Triple, Triple]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** From 1 (equal) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** 0 for equal colours, 1 from black to white; about 0.02 is just noticeable side by side. */
export function distance(one: string, other: string, vision: Vision = 'common'): number {
  const [a, b] = [okLab(seen(one, vision)), okLab(seen(other, vision))]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

/** The colour as an eye of this kind sees it, as `#rrggbb`. */
export function simulate(color: string, vision: Vision): string {
  const bytes = seen(color, vision).map((value) => Math.round(encode(value) * 255))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function seen(color: string, vision: Vision): Triple {
  const rgb = linearRgb(color)
  if (vision === 'common') return rgb
  const [r, g, b] = MATRICES[vision].map((row) => clamp(row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]))
  return [r ?? 0, g ?? 0, b ?? 0]
}

function luminance(color: string): number {
  const [r, g, b] = linearRgb(color)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linearRgb(color: string): Triple {
  // What makes style sheets small writes #444444 as #444.
  const long = color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
  const hex = long.match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i)
  if (!hex) throw new Error(`"${color}" is no colour of the form #rrggbb.`)
  const [r, g, b] = hex.slice(1).map((part) => decode(Number.parseInt(part, 16) / 255))
  return [r ?? 0, g ?? 0, b ?? 0]
}

const clamp = (value: number) => Math.min(1, Math.max(0, value))
const decode = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const encode = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)

function okLab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
