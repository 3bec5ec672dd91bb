/** SHA-256 (FIPS 180-4), incremental. Here because the engine may not ask its host for one. */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND_CONSTANTS = new Int32Array(64)
/** The same of the square roots of the first 8 primes. */
const INITIAL_STATE = new Int32Array(8)

/** Whole-number bisection of ⌊2³² · p^(1/degree)⌋ mod 2³², so that no host function takes part. */
function rootFraction(prime: number, degree: 2n | 3n): number {
  const target = BigInt(prime) << (32n * degree)
  let low = 0n
  let high = BigInt(prime) << 32n
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    const power = degree === 2n ? middle * middle : middle * middle * middle
    if (power <= target) low = middle
    else high = middle
  }
  return Number(BigInt.asIntN(32, low))
}

let found = 0
for (let candidate = 2; found < 64; candidate++) {
  let prime = true
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) prime = false
  if (!prime) continue
  if (found < 8) INITIAL_STATE[found] = rootFraction(candidate, 2n)
  ROUND_CONSTANTS[found++] = rootFraction(candidate, 3n)
}

export class Sha256 {
  private readonly state = INITIAL_STATE.slice()
  private readonly schedule = new Int32Array(64)
  private readonly block = new Uint8Array(64)
  private filled = 0
  private length = 0

  update(bytes: Uint8Array): this {
    this.length += bytes.length
    let at = 0
    if (this.filled > 0) {
      at = Math.min(64 - this.filled, bytes.length)
      this.block.set(bytes.subarray(0, at), this.filled)
      this.filled += at
      if (this.filled < 64) return this
      this.compress(this.block, 0)
      this.filled = 0
    }
    for (; at + 64 <= bytes.length; at += 64) this.compress(bytes, at)
    this.block.set(bytes.subarray(at))
    this.filled = bytes.length - at
    return this
  }

  /** The digest as 64 hexadecimal digits. Ends the computation. */
  hex(): string {
    const bits = this.length * 8
    this.block[this.filled] = 0x80
    this.block.fill(0, this.filled + 1)
    if (this.filled >= 56) {
      this.compress(this.block, 0)
      this.block.fill(0)
    }
    const view = new DataView(this.block.buffer)
    view.setUint32(56, Math.floor(bits / 4294967296))
    view.setUint32(60, bits >>> 0)
    this.compress(this.block, 0)
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  private compress(bytes: Uint8Array, at: number): void {
    const w = this.schedule
    for (let i = 0; i < 16; i++) {
      const j = at + 4 * i
      w[i] =
        ((bytes[j] as number) << 24) |
        ((bytes[j + 1] as number) << 16) |
        ((bytes[j + 2] as number) << 8) |
        (bytes[j + 3] as number)
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15] as number
      const y = w[i - 2] as number
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
      w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0
    }
    const state = this.state
    let a = state[0] as number
    let b = state[1] as number
    let c = state[2] as number
    let d = state[3] as number
    let e = state[4] as number
    let f = state[5] as number
    let g = state[6] as number
    let h = state[7] as number
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND_CONSTANTS[i] as number) + (w[i] as number)) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    state[0] = (state[0] as number) + a
    state[1] = (state[1] as number) + b
    state[2] = (state[2] as number) + c
    state[3] = (state[3] as number) + d
    state[4] = (state[4] as number) + e
    state[5] = (state[5] as number) + f
    state[6] = (state[6] as number) + g
    state[7] = (state[7] as number) + h
  }
}

export function sha256(bytes: Uint8Array): string {
  return new Sha256().update(bytes).hex()
}
