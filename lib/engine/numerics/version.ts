/** The numeric spec (NUMERICS.md) that the bits of this engine follow. Changes when any weight would. */
export const NUMERICS = 'f32-2'
