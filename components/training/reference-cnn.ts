import type { ActivationName, InitSpec, LayerSpec } from '@/lib/engine'

/** Channels of its three blocks. */
export const REFERENCE_CHANNELS = [16, 32, 64] as const

/**
 * The course's small network for images: three 3×3 convolutions, each with an activation and 2×2 pooling, then ten logits.
 * `initOf`: how the weights below an activation begin; left out, as the engine does (He).
 */
export function referenceCnn(
  activations: readonly [ActivationName, ActivationName, ActivationName],
  initOf?: (name: ActivationName) => InitSpec,
): LayerSpec[] {
  const blocks = REFERENCE_CHANNELS.flatMap((channels, block): LayerSpec[] => {
    const name = activations[block] ?? 'relu'
    const init = initOf?.(name)
    return [
      { layer: 'conv2d', channels, kernel: 3, stride: 1, padding: 'same', ...(init === undefined ? {} : { init }) },
      // A PReLU whose slope is not learnt is a leaky ReLU.
      { layer: 'activation', name, ...(name === 'prelu' ? { learnt: true } : {}) },
      { layer: 'max-pool2d', size: 2 },
    ]
  })
  return [...blocks, { layer: 'flatten' }, { layer: 'linear', units: 10 }]
}

/** Index in the model of a block's activation, blocks counted from 1. */
export const activationOfBlock = (block: number) => 3 * (block - 1) + 1
