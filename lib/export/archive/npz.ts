/**
 * Arrays → numpy's .npz: a zip of .npy files (numpy.lib.format, version 1.0), little-endian, in C order. Not here: what
 * the arrays are.
 */
import { zip } from './zip'

/** `[]` is the shape of a single number. */
export type NumpyArray = { shape: readonly number[] } & (
  | { type: 'float32' | 'float64' | 'int64'; values: ArrayLike<number> }
  | { type: 'bool'; values: ArrayLike<number> /** 0 or 1 */ }
)

const DTYPES = { float32: '<f4', float64: '<f8', int64: '<i8', bool: '|b1' } as const
const BYTES = { float32: 4, float64: 8, int64: 8, bool: 1 } as const
const MAGIC = [0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]
/** Header and magic together are a multiple of this. */
const ALIGNMENT = 64

export function npz(arrays: Readonly<Record<string, NumpyArray>>): Uint8Array<ArrayBuffer> {
  return zip(Object.entries(arrays).map(([name, array]) => ({ name: `${name}.npy`, bytes: npy(array) })))
}

export function npy({ shape, type, values }: NumpyArray): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`
  const text = `{'descr': '${DTYPES[type]}', 'fortran_order': False, 'shape': ${tuple}, }`
  const before = MAGIC.length + 2
  const header = `${text.padEnd(Math.ceil((before + text.length + 1) / ALIGNMENT) * ALIGNMENT - before - 1)}\n`
  const bytes = new Uint8Array(before + header.length + values.length * BYTES[type])
  bytes.set([...MAGIC, header.length & 255, header.length >> 8])
  bytes.set(new TextEncoder().encode(header), before)
  const start = before + header.length
  // Most of what is written lies in memory as numpy wants it.
  if (type === 'float32' && values instanceof Float32Array && isLittleEndian()) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start)
  } else fill(new DataView(bytes.buffer, start), type, values)
  return bytes
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
}

function fill(view: DataView, type: NumpyArray['type'], values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (type === 'float32') view.setFloat32(4 * i, value, true)
    else if (type === 'float64') view.setFloat64(8 * i, value, true)
    else if (type === 'int64') view.setBigInt64(8 * i, BigInt(value), true)
    else view.setUint8(i, value)
  }
}
