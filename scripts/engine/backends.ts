import { type Backend, TWINS_BACKEND } from '@/lib/engine'
import { nodeBackend } from '@/lib/training/hardware/node-backend'

/** Every way to run a network, by name: the TypeScript twins, and both builds of the kernels where this host has SIMD. */
export function loadBackends(): Record<string, Backend> {
  const kernels = { kernels: nodeBackend(), 'kernels-shared': nodeBackend(true) }
  const usable = Object.entries(kernels).filter(([, { kind }]) => kind === 'kernels')
  return { twins: TWINS_BACKEND, ...Object.fromEntries(usable) }
}
