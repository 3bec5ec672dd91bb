import { expect, test } from 'vitest'
import { crc32 } from './crc32'
import { npy, npz } from './npz'
import { zip } from './zip'

const encode = (text: string) => new TextEncoder().encode(text)

test.each([
  // The check value of CRC-32/ISO-HDLC in Williams's catalogue of parametrised CRC algorithms.
  ['123456789', 0xcbf43926],
  ['', 0],
  ['a', 0xe8b7be43],
])('crc32 of %j', (text, sum) => {
  expect(crc32(encode(text))).toBe(sum)
})

/** Reads a stored zip by its directory at the end, checking what it passes. */
function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 22
  expect(view.getUint32(end, true)).toBe(0x06054b50)
  const files: Record<string, Uint8Array> = {}
  let at = view.getUint32(end + 16, true)
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    expect(view.getUint32(at, true)).toBe(0x02014b50)
    const length = view.getUint32(at + 20, true)
    const name = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))
    const local = view.getUint32(at + 42, true)
    expect(view.getUint32(local, true)).toBe(0x04034b50)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const content = bytes.subarray(start, start + length)
    expect([view.getUint32(at + 16, true), view.getUint32(local + 14, true)]).toEqual([crc32(content), crc32(content)])
    files[new TextDecoder().decode(name)] = content
    at += 46 + name.length
  }
  expect(at).toBe(end)
  return files
}

test('a zip gives its files back, whatever their names and lengths, and the same bytes each time', () => {
  const files = [
    { name: 'a/train.py', bytes: encode('print(1)\n') },
    { name: 'é.txt', bytes: encode('') },
    { name: 'large', bytes: Uint8Array.from({ length: 70_000 }, (_, i) => i) },
  ]
  expect(unzip(zip(files))).toEqual(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])))
  expect(zip(files)).toEqual(zip(files))
  expect(unzip(zip([]))).toEqual({})
})

test.each([
  [[3], '(3,)'],
  [[], '()'],
  [[1, 3], '(1, 3)'],
])('an array of shape %j is described as numpy does, its numbers beginning at a multiple of 64', (shape, tuple) => {
  const values = shape.length === 0 ? [7] : [1, -2, 0.5]
  const bytes = npy({ type: 'float32', shape, values })
  const size = new DataView(bytes.buffer).getUint16(8, true)
  expect((10 + size) % 64).toBe(0)
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, 10 + size))
  expect(header.slice(1, 6)).toBe('NUMPY')
  expect(header).toContain(`{'descr': '<f4', 'fortran_order': False, 'shape': ${tuple}, }`)
  expect(header.endsWith(' \n') || header.endsWith('}\n')).toBe(true)
  expect([...new Float32Array(bytes.slice(10 + size).buffer)]).toEqual(values)
})

test('whole numbers, doubles and truth values keep their bits', () => {
  const tail = (bytes: Uint8Array, length: number) => bytes.slice(-length).buffer
  const whole = tail(npy({ type: 'int64', shape: [2], values: [-1, 2 ** 40] }), 16)
  expect([...new BigInt64Array(whole)]).toEqual([-1n, 2n ** 40n])
  expect([...new Float64Array(tail(npy({ type: 'float64', shape: [1], values: [0.1] }), 8))]).toEqual([0.1])
  expect([...new Uint8Array(tail(npy({ type: 'bool', shape: [2], values: [1, 0] }), 2))]).toEqual([1, 0])
  expect(Object.keys(unzip(npz({ 'a.b': { type: 'bool', shape: [1], values: [1] } })))).toEqual(['a.b.npy'])
})
