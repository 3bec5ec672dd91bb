/**
 * Lane code over float32: every number for which exp or tanh is neither constant nor x itself, every thirteenth of the
 * other functions' ranges, through the compiled loops and through TypeScript. Says how many were compared, at how many
 * the bits differ, and the largest error in ulps. A program of its own, since a test runner's module loader would make it
 * many times slower; exhaustive.verify.ts runs it with tsx.
 */
import { execFileSync } from 'node:child_process'
import { erf as erf64, normalCdf as normalCdf64 } from '../../numerics/erf'
import { exp as exp64 } from '../../numerics/exp'
import { tanh as tanh64 } from '../../numerics/tanh'
import { erf } from '../erf'
import { exp, expm1 } from '../exp'
import { log, log1p } from '../log'
import { normalCdf, normalDensity } from '../normal'
import { sigmoid } from '../sigmoid'
import { softplus } from '../softplus'
import { tanh } from '../tanh'
import { cos, sin } from '../trigonometry'
import { instantiateLanes } from './compiled-lanes'
import { ulpOf } from './ulp'

const CHUNK = 1 << 15
const [X, Y] = [0x20000, 0x60000]
const wasm = new Uint8Array(execFileSync(process.execPath, ['scripts/kernels/compile-lanes.mjs']))
const { memory, loop } = instantiateLanes(wasm)
const words = new Uint32Array(memory.f32.buffer)
const twin = new Float32Array(CHUNK)
const twinWords = new Uint32Array(twin.buffer)

/** Below 2⁻¹²⁵·⁵ the exponential and what is made of it are 0. */
const FLUSHED = 1.67e-38
const EVERY = 1
const SOME = 13

function wordOf(x) {
  return new Uint32Array(Float32Array.of(x).buffer)[0]
}

/** Both signs of low ≤ |x| ≤ high; results smaller than `smallest` are compared, not measured. */
function examine(name, f, exact, [low, high], stride, smallest = FLUSHED) {
  const simd = loop(name)
  const found = { compared: 0, different: 0, ulps: 0 }
  for (const sign of [0, 0x80000000]) {
    for (let first = wordOf(low); first <= wordOf(high); first += CHUNK * stride) {
      for (let i = 0; i < CHUNK; i++) words[(X >> 2) + i] = sign + first + i * stride
      simd(X, Y, CHUNK)
      for (let i = 0; i < CHUNK; i++) {
        const x = memory.f32[(X >> 2) + i]
        twin[i] = f(x)
        if (twinWords[i] !== words[(Y >> 2) + i] && !(Number.isNaN(twin[i]) && Number.isNaN(memory.f32[(Y >> 2) + i])))
          found.different++
        // The last chunk reaches a little beyond the range.
        if (Math.abs(x) > high) continue
        const y = exact(x)
        if (!(Math.abs(y) >= smallest && Math.abs(y) <= 3.4028234663852886e38)) continue
        // Few come near the bound, and only for those is the exact ulp needed.
        const error = Math.abs(twin[i] - y)
        if (!(error <= 5e-8 * Math.abs(y))) found.ulps = Math.max(found.ulps, error / ulpOf(y))
      }
      found.compared += CHUNK
    }
  }
  return found
}

const sigmoid64 = (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)))
const softplus64 = (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
const normalDensity64 = (x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

const result = {
  exp: examine('exp', exp, exp64, [2.98e-8, 89], EVERY),
  tanh: examine('tanh', tanh, tanh64, [1.22e-4, 9.2], EVERY, 0),
  expm1: examine('expm1', expm1, Math.expm1, [1e-30, 89], SOME),
  log: examine('log', log, Math.log, [1.4e-45, 3.4e38], SOME),
  log1p: examine('log1p', log1p, Math.log1p, [1e-30, 3.4e38], SOME),
  sigmoid: examine('sigmoid', sigmoid, sigmoid64, [1e-9, 88], SOME),
  softplus: examine('softplus', softplus, softplus64, [1e-9, 88], SOME),
  erf: examine('erf', erf, erf64, [1e-9, 5], SOME),
  normalCdf: examine('normalCdf', normalCdf, normalCdf64, [1e-9, 12.9], SOME),
  normalDensity: examine('normalDensity', normalDensity, normalDensity64, [1e-9, 12.9], SOME),
  sin: examine('sin', sin, Math.sin, [1e-6, 1e5], SOME),
  cos: examine('cos', cos, Math.cos, [1e-6, 1e5], SOME),
}
process.stdout.write(JSON.stringify(result))
