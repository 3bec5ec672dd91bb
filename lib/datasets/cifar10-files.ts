/**
 * The CIFAR-10 files in one folder of this machine: found, checked, hashed. It reads the disk, so it
 * belongs to the server and to scripts; it answers no request and knows no environment variable.
 * A file is read once and remembered for as long as its size and modification time stay the same; a file
 * that the system would not let be read is not a verdict, and is tried again.
 */
import { createHash } from 'node:crypto'
import { createReadStream, promises as disk } from 'node:fs'
import path from 'node:path'
import { CIFAR10_CLASSES, CIFAR10_RECORD_BYTES } from '@/lib/engine'
import { CIFAR10_FILES, CIFAR10_TEST_FILE, CIFAR10_TRAIN_FILES, type Cifar10Manifest } from './cifar10-manifest'

export interface FoundFile {
  name: string
  path: string
  bytes: number
  records: number
  sha256: string
  modifiedAt: number
}

/** A file that must not be trained on, or cannot be read; the message names file, byte offset and what to do. */
export class Cifar10FileError extends Error {
  override name = 'Cifar10FileError'
}

const REMEDY = 'Delete the file and run `npm run data:cifar10` to fetch it again.'
const checked = new Map<string, { key: string; file: Promise<FoundFile> }>()

/** The checked file of that name, or null where there is none. Throws Cifar10FileError for a faulty one. */
export async function findCifar10File(directory: string, name: string): Promise<FoundFile | null> {
  if (!CIFAR10_FILES.includes(name)) return null
  const file = path.join(/* turbopackIgnore: true */ directory, name)
  const found = await disk.stat(file).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw unreadable(name, error)
  })
  if (!found?.isFile()) return null
  const key = `${found.size} ${found.mtimeMs}`
  const known = checked.get(file)
  if (known?.key === key) return known.file
  const fresh = checkFile(file, name, found.size, found.mtimeMs).catch((error: unknown) => {
    if (error instanceof Cifar10FileError) throw error
    if (checked.get(file)?.key === key) checked.delete(file)
    throw unreadable(name, error)
  })
  checked.set(file, { key, file: fresh })
  return fresh
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : undefined)
const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')

function unreadable(name: string, error: unknown): Cifar10FileError {
  const code = codeOf(error)
  const denied = code === 'EACCES' || code === 'EPERM'
  const remedy = denied ? 'Make it, and its folder, readable for the user that runs this program.' : REMEDY
  const reason = denied ? 'permission denied' : (code ?? String(error))
  return new Cifar10FileError(`${name}: it cannot be read (${reason}). ${remedy}`, { cause: error })
}

/** What there is in `directory`; faulty files are left out and the first one's problem is told. */
export async function loadCifar10Manifest(directory: string): Promise<Cifar10Manifest> {
  const files: FoundFile[] = []
  const problems: string[] = []
  for (const name of CIFAR10_FILES) {
    try {
      const file = await findCifar10File(directory, name)
      if (file) files.push(file)
    } catch (error) {
      if (!(error instanceof Cifar10FileError)) throw error
      problems.push(error.message)
    }
  }
  const has = (name: string) => files.some((file) => file.name === name)
  return {
    available: CIFAR10_TRAIN_FILES.some(has) && has(CIFAR10_TEST_FILE),
    files: files.map(({ name, bytes, records, sha256 }) => ({
      name,
      url: `/api/datasets/cifar10/${sha256}/${name}`,
      bytes,
      records,
      sha256,
    })),
    classes: [...CIFAR10_CLASSES],
    ...(problems[0] === undefined ? {} : { problem: problems[0] }),
  }
}

/** Reads the whole file once: labels checked and SHA-256 computed in the same pass. */
async function checkFile(file: string, name: string, bytes: number, modifiedAt: number): Promise<FoundFile> {
  const hash = createHash('sha256')
  let offset = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const part: Buffer = chunk
    const skip = (CIFAR10_RECORD_BYTES - (offset % CIFAR10_RECORD_BYTES)) % CIFAR10_RECORD_BYTES
    for (let at = skip; at < part.length; at += CIFAR10_RECORD_BYTES) {
      const label = part[at] ?? 0
      if (label > 9) {
        throw new Cifar10FileError(
          `${name}: byte ${offset + at} holds label ${label}, but CIFAR-10 labels are 0 to 9. ${REMEDY}`,
        )
      }
    }
    hash.update(part)
    offset += part.length
  }
  const over = offset % CIFAR10_RECORD_BYTES
  if (offset === 0) throw new Cifar10FileError(`${name}: the file is empty (byte 0). ${REMEDY}`)
  if (over !== 0 || offset !== bytes) {
    throw new Cifar10FileError(
      `${name}: it is cut short: the record that starts at byte ${offset - over} has ${over} of ` +
        `${CIFAR10_RECORD_BYTES} bytes. ${REMEDY}`,
    )
  }
  return { name, path: file, bytes, records: bytes / CIFAR10_RECORD_BYTES, sha256: hash.digest('hex'), modifiedAt }
}
