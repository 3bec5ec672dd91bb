import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashFloats } from './hash-floats'
import { Sha256, sha256 } from './sha256'

test('sha256: the examples of FIPS 180', () => {
  const of = (text: string) => sha256(new TextEncoder().encode(text))
  expect(of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(of('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  )
})

test('sha256: equals the host’s on any bytes, in any pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
      const hash = new Sha256()
      const expected = createHash('sha256')
      for (const piece of pieces) {
        hash.update(piece)
        expected.update(piece)
      }
      expect(hash.hex()).toBe(expected.digest('hex'))
    }),
  )
})

test('hashFloats: little-endian float32 of all arrays in order, whatever the pieces', () => {
  const values = Float32Array.from({ length: 3000 }, (_, i) => Math.sin(i))
  const expected = createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex')
  expect(hashFloats([values])).toBe(expected)
  expect(hashFloats([values.subarray(0, 7), values.subarray(7)])).toBe(expected)
})

test('hashFloats: every NaN is the same NaN', () => {
  const payload = new Float32Array(new Uint32Array([0xffc12345]).buffer)
  expect(hashFloats([payload])).toBe(hashFloats([Float32Array.of(Number.NaN)]))
})
