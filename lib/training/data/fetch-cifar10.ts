/**
 * Brings as many CIFAR-10 images into the worker as a spec asks for, and not one more: a byte range of
 * each file, kept in the browser's cache under its content's hash. It knows nothing of networks or specs.
 */
import { CIFAR10_RECORD_BYTES } from '@/lib/engine/doors/trainer'
import { type Cifar10Listing, parseCifar10Listing } from './cifar10-manifest'
import { type ImageCache, openImageCache } from './image-cache'

const LISTING_URL = '/api/datasets/cifar10'
const TEST_FILE = 'test_batch.bin'

/** What `fetch` and the Cache API are used for; a test passes its own. */
export interface DataPorts {
  fetch(url: string, init: { headers?: Record<string, string>; signal: AbortSignal }): Promise<Response>
  /** Undefined where there is none (an insecure origin, a private window). */
  caches: Pick<CacheStorage, 'open'> | undefined
}

export interface FetchedFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

interface Part {
  name: string
  url: string
  wanted: number
  whole: number
}

export async function fetchListing(ports: DataPorts, signal: AbortSignal): Promise<Cifar10Listing> {
  const response = await ports.fetch(LISTING_URL, { signal }).catch(unreachable(signal))
  if (!response.ok)
    throw new Error(`The server could not list the CIFAR-10 images (status ${response.status}); try again.`)
  return parseCifar10Listing(await response.json())
}

/** The first `train` and the first `validation` records, as files cut to what is wanted. */
export async function fetchCifar10(
  listing: Cifar10Listing,
  wanted: { train: number; validation: number },
  ports: DataPorts,
  signal: AbortSignal,
  onBytes: (done: number, total: number) => void,
): Promise<FetchedFile[]> {
  const parts = planParts(listing, wanted)
  const total = parts.reduce((sum, part) => sum + part.wanted, 0)
  const cache = await openImageCache(
    ports.caches,
    listing.files.map(({ url }) => url),
  )
  let before = 0
  const files: FetchedFile[] = []
  onBytes(0, total)
  for (const part of parts) {
    const bytes = await fetchPart(part, ports, cache, signal, (done) => onBytes(before + done, total))
    before += part.wanted
    onBytes(before, total)
    files.push({ name: part.name, bytes })
  }
  return files
}

export function planParts(listing: Cifar10Listing, wanted: { train: number; validation: number }): Part[] {
  const parts: Part[] = []
  const take = (files: Cifar10Listing['files'], count: number, what: string) => {
    let left = count
    for (const { name, url, bytes } of files) {
      if (left <= 0) break
      const records = Math.min(left, Math.floor(bytes / CIFAR10_RECORD_BYTES))
      parts.push({ name, url, wanted: records * CIFAR10_RECORD_BYTES, whole: bytes })
      left -= records
    }
    if (left > 0) {
      throw new Error(`This server has ${count - left} ${what} images of CIFAR-10, but ${count} were asked for.`)
    }
  }
  const training = listing.files.filter((file) => file.name !== TEST_FILE)
  take(
    training.sort((a, b) => a.name.localeCompare(b.name)),
    wanted.train,
    'training',
  )
  take(
    listing.files.filter((file) => file.name === TEST_FILE),
    wanted.validation,
    'test',
  )
  return parts
}

async function fetchPart(
  part: Part,
  ports: DataPorts,
  cache: ImageCache,
  signal: AbortSignal,
  onDone: (done: number) => void,
) {
  const kept = await cache.find(part.url, part.wanted)
  if (kept) return kept
  const headers = part.wanted < part.whole ? { range: `bytes=0-${part.wanted - 1}` } : undefined
  const response = await ports.fetch(part.url, { headers, signal }).catch(unreachable(signal))
  if (!response.ok) {
    throw new Error(`${part.name} could not be fetched (status ${response.status}); reload the page and try again.`)
  }
  const bytes = await readBytes(response, part, signal, onDone)
  await cache.keep(part.url, bytes)
  return bytes
}

async function readBytes(response: Response, part: Part, signal: AbortSignal, onDone: (done: number) => void) {
  const bytes = new Uint8Array(part.wanted)
  let done = 0
  const reader = response.body?.getReader()
  // Read to its end, so that the answer counts as received; one that ignores the range is cut off.
  while (reader) {
    const next = await reader.read().catch(unreachable(signal))
    if (next.done) break
    if (done === part.wanted) {
      await reader.cancel().catch(() => {})
      break
    }
    const chunk = next.value.subarray(0, part.wanted - done)
    bytes.set(chunk, done)
    done += chunk.length
    onDone(done)
  }
  if (done < part.wanted) {
    throw new Error(
      `${part.name} arrived only up to byte ${done} of ${part.wanted}; check the connection and try again.`,
    )
  }
  return bytes
}

function unreachable(signal: AbortSignal): (error: unknown) => never {
  return (error) => {
    if (signal.aborted) throw error
    throw new Error('The CIFAR-10 images could not be fetched: the server cannot be reached. Try again in a moment.')
  }
}
