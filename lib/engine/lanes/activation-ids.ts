/** What the kernels know each activation by. Compiled programs hold these numbers, and pool-window.ts relies on RELU. */
export const LINEAR = 0
export const SIGMOID = 1
export const TANH = 2
export const RELU = 3
export const LEAKY_RELU = 4
export const PRELU = 5
export const ELU = 6
export const SELU = 7
export const SOFTPLUS = 8
export const SWISH = 9
export const GELU = 10
export const GELU_TANH = 11
export const MISH = 12
export const HARD_SWISH = 13
export const RELU6 = 14
