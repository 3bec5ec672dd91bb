import type { ExperimentSpec } from '@/lib/engine'

/** Which picture of the network a recipe's data allow; known before they are loaded, so that it has its place. */
export function pictureKind({ data }: Pick<ExperimentSpec, 'data'>): 'plane' | 'line' | null {
  switch (data.kind) {
    case 'spiral':
    case 'moons':
    case 'circles':
    case 'xor':
    case 'gaussians':
    case 'points':
      return 'plane'
    case 'function':
      return 'line'
    case 'table':
    case 'cifar10':
    case 'drawn-ten':
      return null
    default:
      return data satisfies never
  }
}
