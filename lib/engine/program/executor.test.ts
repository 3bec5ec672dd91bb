import { expect, test } from 'vitest'
import { instantiateKernels } from './executor'
import { KERNEL_TABLE_FINGERPRINT } from './kernel-table'

const memory = { buffer: new ArrayBuffer(16) }
/** A host whose modules are what they export. */
const api = {
  Instance: class {
    constructor(readonly exports: object) {}
  },
} as unknown as Parameters<typeof instantiateKernels>[0]

const built = (fingerprint: number | null) => ({
  execute: (_start: number, end: number) => end,
  ...(fingerprint === null ? {} : { fingerprint: { value: fingerprint } }),
})
const current = built(KERNEL_TABLE_FINGERPRINT)

test.each([
  ['core kernels of another table', { core: built(KERNEL_TABLE_FINGERPRINT + 1), rare: null }],
  ['rare kernels of another table', { core: current, rare: built(1) }],
  ['kernels from before there were fingerprints', { core: built(null), rare: null }],
])('%s are refused with the command that mends it', (_title, modules) => {
  expect(() => instantiateKernels(api, modules, memory)).toThrow(/another version.*npm run build:kernels/)
})

test('kernels of this table run', () => {
  expect(() => instantiateKernels(api, { core: current, rare: current }, memory).execute(0, 16, 0)).not.toThrow()
})
