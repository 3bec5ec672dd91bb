/**
 * Files → one zip (PKWARE's APPNOTE 6.3), stored and not packed: what numpy's `np.load`, Python's zipfile and every desktop
 * opens. Sixty lines instead of a library (docs/decisions/033). Everybody gets the same bytes: all files are dated
 * 1 January 1980, the first day that zip knows. No folder, no zip64: what needs more than 4 GB is refused long before.
 */
import { crc32 } from './crc32'

export interface ArchiveFile {
  /** With `/` between folders. */
  name: string
  bytes: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
const STORED = 0
const TIME = 0
const DATE = (1 << 5) | 1

export function zip(files: readonly ArchiveFile[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = new TextEncoder().encode(name)
    const sum = crc32(bytes)
    const shared = [VERSION, FLAGS, STORED, TIME, DATE].map(half)
    const sizes = [sum, bytes.length, bytes.length].map(word)
    const local = join([word(LOCAL), ...shared, ...sizes, half(path.length), half(0), path])
    parts.push(local, bytes)
    // What made it, then as above; no comment, first disk, no attributes.
    const rest = [half(path.length), half(0), half(0), half(0), half(0), word(0), word(offset), path]
    central.push(join([word(CENTRAL), half(VERSION), ...shared, ...sizes, ...rest]))
    offset += local.length + bytes.length
  }
  const directory = join(central)
  const count = half(files.length)
  const end = join([word(END), half(0), half(0), count, count, word(directory.length), word(offset), half(0)])
  return join([...parts, directory, end])
}

function half(value: number): Uint8Array {
  return Uint8Array.of(value & 255, value >>> 8)
}

function word(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24)
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
