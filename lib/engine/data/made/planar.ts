import { cos, sin } from '../../numerics/trigonometry'
import type { Rng } from '../../random/rng'

const PI = 3.141592653589793

/** Writes one point of class `label`; `position` in [0, 1) runs through the class. */
export type PlanarShape = (
  label: number,
  position: number,
  noise: number,
  rng: Rng,
  out: { x: number; y: number },
) => void

/** Arms that wind outwards 1¾ half-turns each, evenly turned against one another; radius up to 1. */
export function spiral(classes: number): PlanarShape {
  return (label, position, noise, rng, out) => {
    const radius = 0.05 + 0.95 * position
    const angle = 1.75 * PI * position + (2 * PI * label) / classes
    out.x = radius * sin(angle) + noise * rng.normal()
    out.y = radius * cos(angle) + noise * rng.normal()
  }
}

/** Two half-circles that reach into each other (scikit-learn's make_moons, centred, radius 0.6). */
export const moons: PlanarShape = (label, position, noise, rng, out) => {
  const angle = PI * position
  const side = label === 0 ? 1 : -1
  out.x = 0.6 * side * (cos(angle) - 0.5) + noise * rng.normal()
  out.y = 0.6 * side * (sin(angle) - 0.25) + noise * rng.normal()
}

/** A ring of radius 0.9 (class 0) around one of radius 0.4. */
export const circles: PlanarShape = (label, position, noise, rng, out) => {
  const radius = label === 0 ? 0.9 : 0.4
  out.x = radius * cos(2 * PI * position) + noise * rng.normal()
  out.y = radius * sin(2 * PI * position) + noise * rng.normal()
}

/** Four squares: class 1 where the signs of x and y differ. The noise moves points over the borders. */
export const xor: PlanarShape = (label, position, noise, rng, out) => {
  const x = (0.05 + 0.9 * rng.uniform()) * (position < 0.5 ? 1 : -1)
  const y = (0.05 + 0.9 * rng.uniform()) * (position < 0.5 === (label === 0) ? 1 : -1)
  out.x = x + noise * rng.normal()
  out.y = y + noise * rng.normal()
}

/** Round clouds, their centres evenly spaced on a circle of radius 0.6; standard deviation 0.1 + noise. */
export function gaussians(classes: number): PlanarShape {
  return (label, _position, noise, rng, out) => {
    const angle = (2 * PI * label) / classes
    out.x = 0.6 * cos(angle) + (0.1 + noise) * rng.normal()
    out.y = 0.6 * sin(angle) + (0.1 + noise) * rng.normal()
  }
}
