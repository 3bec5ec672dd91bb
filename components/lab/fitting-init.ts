import type { ActivationName, InitName } from '@/lib/engine'

/** The pairs of the lesson on initialisation: He for the rectifiers, LeCun for SELU, Glorot for the rest. */
export function fittingInit(name: ActivationName | null): InitName {
  if (name === null) return 'glorot-normal'
  if (name === 'selu') return 'lecun-normal'
  const isRectifier = [
    'relu',
    'leaky-relu',
    'prelu',
    'elu',
    'swish',
    'gelu',
    'gelu-tanh',
    'mish',
    'hard-swish',
    'relu6',
  ]
  return isRectifier.includes(name) ? 'he-normal' : 'glorot-normal'
}
