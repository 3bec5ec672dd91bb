import { type ActivationName, activations } from '@/lib/engine'

export function isActivationName(name: string): name is ActivationName {
  return Object.hasOwn(activations, name)
}
