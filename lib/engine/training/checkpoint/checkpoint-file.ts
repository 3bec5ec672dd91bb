/**
 * A checkpoint as bytes, which another process or browser reads back to the last bit:
 *   MAGIC, bytes of the header and numbers of the payload (uint32, little-endian each)
 *   header: JSON in ASCII (checkpoint-header.ts)
 *   payload: weights, optimizer state, running statistics, one after another, as little-endian float32
 *   SHA-256 over all of that, 64 hexadecimal digits
 * The hash finds accidents, not forgeries: whoever writes other bytes can hash them too. Files are the caller's.
 */
import { CheckpointError } from '../../errors'
import { Sha256 } from '../../hash/sha256'
import { shown } from '../../spec/problem'
import type { Checkpoint } from './checkpoint'
import { encodeHeader, LISTS, parseHeader } from './checkpoint-header'

const MAGIC = 'nonlinear ckpt 1\n'
const PREFIX_BYTES = MAGIC.length + 8
const HASH_BYTES = 64

/** The most parameters that a spec may have, with Adam's two numbers for each and running statistics, take 160 MB. */
export const LARGEST_CHECKPOINT_BYTES = 2 ** 28

/** @throws CheckpointError where the checkpoint is too large to be read again. */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  const header = encodeHeader(checkpoint)
  const arrays = LISTS.flatMap((list) => checkpoint[list])
  const numbers = arrays.reduce((sum, { length }) => sum + length, 0)
  const hashAt = PREFIX_BYTES + header.length + 4 * numbers
  requireSize(hashAt + HASH_BYTES)
  const bytes = new Uint8Array(hashAt + HASH_BYTES)
  const view = new DataView(bytes.buffer)
  writeText(bytes, 0, MAGIC)
  view.setUint32(MAGIC.length, header.length, true)
  view.setUint32(MAGIC.length + 4, numbers, true)
  writeText(bytes, PREFIX_BYTES, header)
  let at = PREFIX_BYTES + header.length
  for (const array of arrays) {
    // As whole numbers: a host may change the bits of a NaN that it takes for a number.
    for (const word of new Uint32Array(array.buffer, array.byteOffset, array.length)) {
      view.setUint32(at, word, true)
      at += 4
    }
  }
  writeText(bytes, hashAt, new Sha256().update(bytes.subarray(0, hashAt)).hex())
  return bytes
}

/**
 * Whether the checkpoint belongs to a run is for `createTrainer` to say. Nothing is allocated by a length that was not
 * compared with the bytes there are.
 * @throws CheckpointError saying whether the bytes are foreign, too many, cut short or changed.
 */
export function parseCheckpoint(bytes: Uint8Array): Checkpoint {
  requireSize(bytes.length)
  if (bytes.length < PREFIX_BYTES || readText(bytes, 0, MAGIC.length) !== MAGIC) {
    throw new CheckpointError('These bytes are no checkpoint; give a file that was written as one.')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const headerBytes = view.getUint32(MAGIC.length, true)
  const numbers = view.getUint32(MAGIC.length + 4, true)
  const payloadAt = PREFIX_BYTES + headerBytes
  const hashAt = payloadAt + 4 * numbers
  const size = hashAt + HASH_BYTES
  if (bytes.length !== size) {
    throw new CheckpointError(
      bytes.length < size
        ? `The checkpoint is cut short: of its ${shown(size)} bytes ${shown(bytes.length)} are here; copy it again.`
        : `The checkpoint's ${shown(size)} bytes are followed by ${shown(bytes.length - size)} more; copy it again.`,
    )
  }
  if (new Sha256().update(bytes.subarray(0, hashAt)).hex() !== readText(bytes, hashAt, HASH_BYTES)) {
    throw new CheckpointError('The checkpoint was changed since it was written: its hash differs; copy it again.')
  }
  const { version: _version, lengths, ...rest } = parseHeader(readText(bytes, PREFIX_BYTES, headerBytes))
  const sum = LISTS.flatMap((list) => lengths[list]).reduce((total, length) => total + length, 0)
  if (sum !== numbers) {
    throw new CheckpointError(
      `The checkpoint's header speaks of ${shown(sum)} numbers, and ${shown(numbers)} follow; start the run again.`,
    )
  }
  let at = payloadAt
  const readArray = (length: number): Float32Array => {
    const words = new Uint32Array(length)
    for (let i = 0; i < length; i++, at += 4) words[i] = view.getUint32(at, true)
    return new Float32Array(words.buffer)
  }
  return {
    ...rest,
    weights: lengths.weights.map(readArray),
    optimizer: lengths.optimizer.map(readArray),
    running: lengths.running.map(readArray),
  }
}

function requireSize(size: number): void {
  if (size <= LARGEST_CHECKPOINT_BYTES) return
  throw new CheckpointError(
    `A checkpoint of ${shown(size)} bytes is larger than any model that can be trained here needs; at most ${shown(LARGEST_CHECKPOINT_BYTES)} are read and written.`,
  )
}

function writeText(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i)
}

function readText(bytes: Uint8Array, at: number, length: number): string {
  const parts: string[] = []
  for (let from = at; from < at + length; from += 4096) {
    parts.push(String.fromCharCode(...bytes.subarray(from, Math.min(from + 4096, at + length))))
  }
  return parts.join('')
}
