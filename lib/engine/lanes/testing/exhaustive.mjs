/**
 * Every float32 for which exp or tanh is neither constant nor x itself, through the compiled lane code and through
 * TypeScript: how many were compared, at how many the bits differ, and the largest error in ulps. A program of its own,
 * since a test runner's module loader would make it many times slower; exhaustive.verify.ts runs it with tsx.
 */
import { execFileSync } from 'node:child_process'
import { exp as exp64 } from '../../numerics/exp'
import { tanh as tanh64 } from '../../numerics/tanh'
import { exp } from '../exp'
import { tanh } from '../tanh'
import { instantiateLanes } from './compiled-lanes'
import { ulpOf } from './ulp'

const CHUNK = 1 << 15
const [X, Y] = [0x20000, 0x60000]
const wasm = new Uint8Array(execFileSync(process.execPath, ['scripts/kernels/compile-lanes.mjs']))
const { memory, loop } = instantiateLanes(wasm)
const words = new Uint32Array(memory.f32.buffer)
const twin = new Float32Array(CHUNK)
const twinWords = new Uint32Array(twin.buffer)

function wordOf(x) {
  return new Uint32Array(Float32Array.of(x).buffer)[0]
}

/** Both signs of low ≤ |x| ≤ high. */
function examine(name, f, exact, low, high, smallest) {
  const simd = loop(name)
  const found = { compared: 0, different: 0, ulps: 0 }
  for (const sign of [0, 0x80000000]) {
    for (let first = wordOf(low); first <= wordOf(high); first += CHUNK) {
      for (let i = 0; i < CHUNK; i++) words[(X >> 2) + i] = sign + first + i
      simd(X, Y, CHUNK)
      for (let i = 0; i < CHUNK; i++) {
        const x = memory.f32[(X >> 2) + i]
        twin[i] = f(x)
        if (twinWords[i] !== words[(Y >> 2) + i]) found.different++
        const y = exact(x)
        if (Math.abs(y) < smallest || Math.abs(y) > 3.4028234663852886e38) continue
        // Few come near the bound, and only for those is the exact ulp needed.
        const error = Math.abs(twin[i] - y)
        if (error > 5e-8 * Math.abs(y)) found.ulps = Math.max(found.ulps, error / ulpOf(y))
      }
      found.compared += CHUNK
    }
  }
  return found
}

const result = {
  exp: examine('exp', exp, exp64, 2.98e-8, 89, 1.67e-38),
  tanh: examine('tanh', tanh, tanh64, 1.22e-4, 9.2, 0),
}
process.stdout.write(JSON.stringify(result))
