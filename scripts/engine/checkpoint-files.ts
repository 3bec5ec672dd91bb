/** Checkpoints on disk: bytes of `encodeCheckpoint`, each fault with the file's name. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import {
  type Checkpoint,
  CheckpointError,
  encodeCheckpoint,
  LARGEST_CHECKPOINT_BYTES,
  parseCheckpoint,
} from '@/lib/engine'
import { UsageError } from './command-line'

export function readCheckpoint(file: string): Checkpoint {
  if (!existsSync(file)) {
    throw new UsageError(`${file} does not exist; give the path of a checkpoint that train --checkpoint-out made.`)
  }
  const bytes = readBytes(file)
  try {
    return parseCheckpoint(bytes)
  } catch (error) {
    throw error instanceof CheckpointError ? new UsageError(`${file}: ${error.message}`) : error
  }
}

function readBytes(file: string): Uint8Array {
  const { size } = statSync(file)
  if (size > LARGEST_CHECKPOINT_BYTES) {
    throw new UsageError(`${file} has ${size} bytes, and no checkpoint has more than ${LARGEST_CHECKPOINT_BYTES}.`)
  }
  try {
    return readFileSync(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${error instanceof Error ? error.message : error}); check the path.`)
  }
}

export function writeCheckpoint(file: string, checkpoint: Checkpoint): void {
  try {
    writeFileSync(file, encodeCheckpoint(checkpoint))
  } catch (error) {
    if (error instanceof CheckpointError) throw error
    throw new UsageError(`${file} cannot be written (${error instanceof Error ? error.message : error}).`)
  }
}
