/**
 * Every kernel that a program may call, with its arguments in order. The build of the AssemblyScript kernels writes its
 * dispatcher from this table, and the twins are called by it, so the two cannot disagree about an argument.
 */

/**
 * `address`: a place in the arena, relative to the base that its two lowest bits name (see `Space`). `number`: as it is.
 * `count`: the number of examples of the chunk in work; it is not written into the program.
 */
export type ArgumentKind = 'address' | 'number' | 'count'

const POOLED = { y: 'address', z: 'address', places: 'address' } as const

export const KERNELS = {
  gather: { source: 'address', indices: 'address', x: 'address', block: 'address', count: 'count' },
  convolve: { x: 'address', w: 'address', bias: 'address', y: 'address', geometry: 'address', count: 'count' },
  convolvePooled: {
    x: 'address',
    w: 'address',
    bias: 'address',
    activation: 'address',
    ...POOLED,
    geometry: 'address',
    pixel: 'number',
    count: 'count',
  },
  winograd: {
    x: 'address',
    u: 'address',
    bias: 'address',
    y: 'address',
    workspace: 'address',
    zeros: 'address',
    geometry: 'address',
    count: 'count',
  },
  winogradPooled: {
    x: 'address',
    u: 'address',
    bias: 'address',
    activation: 'address',
    ...POOLED,
    workspace: 'address',
    zeros: 'address',
    geometry: 'address',
    count: 'count',
  },
  weightGradient: { x: 'address', g: 'address', dw: 'address', geometry: 'address', count: 'count' },
  biasGradient: { g: 'address', db: 'address', geometry: 'address', count: 'count' },
  pooledGradient: {
    x: 'address',
    g: 'address',
    places: 'address',
    list: 'address',
    w: 'address',
    dw: 'address',
    db: 'address',
    dx: 'address',
    needsInput: 'number',
    geometry: 'address',
    count: 'count',
  },
  activateRows: { settings: 'address', z: 'address', y: 'address', block: 'address', count: 'count' },
  activationGradientRows: {
    settings: 'address',
    z: 'address',
    y: 'address',
    dy: 'address',
    g: 'address',
    block: 'address',
    count: 'count',
  },
  copyRows: { a: 'address', b: 'address', block: 'address', count: 'count' },
  addRows: { a: 'address', b: 'address', block: 'address', count: 'count' },
  clearPadding: { b: 'address', block: 'address', count: 'count' },
  activationParameterGradient: {
    settings: 'address',
    z: 'address',
    y: 'address',
    dy: 'address',
    gradient: 'address',
    block: 'address',
    count: 'count',
  },
  copyNumber: { from: 'address', to: 'address' },
  writtenRows: {
    settings: 'address',
    scratch: 'address',
    x: 'address',
    y: 'address',
    block: 'address',
    count: 'count',
  },
  writtenGradientRows: {
    settings: 'address',
    scratch: 'address',
    x: 'address',
    y: 'address',
    dy: 'address',
    dx: 'address',
    block: 'address',
    count: 'count',
  },
  layerNorm: {
    x: 'address',
    y: 'address',
    scale: 'address',
    shift: 'address',
    epsilon: 'address',
    statistics: 'address',
    block: 'address',
    count: 'count',
  },
  layerNormParameterGradient: {
    x: 'address',
    dy: 'address',
    statistics: 'address',
    dscale: 'address',
    dshift: 'address',
    block: 'address',
    count: 'count',
  },
  layerNormInputGradient: {
    x: 'address',
    dy: 'address',
    statistics: 'address',
    scale: 'address',
    dx: 'address',
    block: 'address',
    count: 'count',
  },
  dropRows: {
    x: 'address',
    y: 'address',
    line: 'address',
    key: 'address',
    threshold: 'number',
    list: 'address',
    block: 'address',
    count: 'count',
  },
  softmax: { x: 'address', y: 'address', temperature: 'address', block: 'address', count: 'count' },
  softmaxGradient: {
    y: 'address',
    dy: 'address',
    dx: 'address',
    temperature: 'address',
    block: 'address',
    count: 'count',
  },
  maxPool: { x: 'address', y: 'address', winners: 'address', block: 'address', count: 'count' },
  maxPoolGradient: { dy: 'address', winners: 'address', dx: 'address', block: 'address', count: 'count' },
  averagePool: { x: 'address', y: 'address', scale: 'address', block: 'address', count: 'count' },
  averagePoolGradient: { dy: 'address', dx: 'address', scale: 'address', block: 'address', count: 'count' },
  differenceLoss: {
    y: 'address',
    dy: 'address',
    source: 'address',
    list: 'address',
    block: 'address',
    count: 'count',
  },
  zero: { address: 'address', bytes: 'number' },
  zeroImages: { address: 'address', imageBytes: 'number', count: 'count' },
  reduceParts: {
    parts: 'address',
    partBytes: 'number',
    partCount: 'number',
    sum: 'address',
    first: 'number',
    length: 'number',
  },
  packPanels: { w: 'address', panels: 'address', block: 'address' },
  packWinograd: { w: 'address', u: 'address', block: 'address' },
  transpose: { w: 'address', t: 'address', rows: 'number', columns: 'number' },
  sgdUpdate: { weights: 'address', gradient: 'address', velocity: 'address', hyper: 'address', length: 'number' },
  rmspropUpdate: {
    weights: 'address',
    gradient: 'address',
    squares: 'address',
    velocity: 'address',
    hyper: 'address',
    length: 'number',
  },
  adamUpdate: {
    weights: 'address',
    gradient: 'address',
    means: 'address',
    squares: 'address',
    hyper: 'address',
    length: 'number',
  },
  scaleValues: { values: 'address', factor: 'address', length: 'number' },
  clampValues: { values: 'address', limit: 'address', length: 'number' },
} as const satisfies Record<string, Record<string, ArgumentKind>>

export type KernelName = keyof typeof KERNELS

/** Kernels in the order of their operation codes, which count from 0. */
export const KERNEL_NAMES = Object.keys(KERNELS) as KernelName[]

/** Argument names and kinds of a kernel, in order. */
export function argumentsOf(name: KernelName): [string, ArgumentKind][] {
  return Object.entries(KERNELS[name])
}

/** A number that changes with the table: kernels built for another one would misread every program. FNV-1a, 32 bits. */
export const KERNEL_TABLE_FINGERPRINT = [...JSON.stringify(KERNELS)].reduce(
  (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193),
  0x811c9dc5,
)
