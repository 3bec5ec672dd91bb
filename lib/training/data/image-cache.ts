/**
 * The browser's cache of CIFAR-10's bytes: of each file one beginning, the longest that was asked for. A file's address
 * contains its content's hash, so what is kept is never out of date, only no longer listed. It is a convenience: where
 * it is full or forbidden, everything is simply fetched.
 */
const CACHE_NAME = 'nonlinear-cifar10'

export interface ImageCache {
  /** The first `length` bytes of the file at `address`, or null. */
  find(address: string, length: number): Promise<Uint8Array<ArrayBuffer> | null>
  /** Keeps the file's beginning, and deletes shorter ones of it and all files that are not listed any more. */
  keep(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
}

/** `listed`: the addresses that the server offers now. `caches` is undefined where there is no Cache API. */
export async function openImageCache(
  caches: Pick<CacheStorage, 'open'> | undefined,
  listed: readonly string[],
): Promise<ImageCache> {
  const cache = await caches?.open(CACHE_NAME).catch(() => undefined)
  if (cache === undefined) return { find: async () => null, keep: async () => {} }
  const entries = async () => (await cache.keys()).map((request) => ({ request, ...readKey(request.url) }))

  async function find(address: string, length: number) {
    for (const entry of await entries()) {
      if (entry.address !== address || entry.length < length) continue
      const response = await cache?.match(entry.request)
      if (response === undefined) continue
      const bytes = new Uint8Array(await response.arrayBuffer())
      // A copy where it is shorter, so that the rest does not stay in memory.
      if (bytes.length >= length) return bytes.length === length ? bytes : bytes.slice(0, length)
    }
    return null
  }

  async function keep(address: string, bytes: Uint8Array<ArrayBuffer>) {
    for (const entry of await entries()) {
      if (entry.address === address || !listed.includes(entry.address)) await cache?.delete(entry.request)
    }
    await cache?.put(keyOf(address, bytes.length), new Response(bytes))
  }

  return {
    find: (address, length) => find(address, length).catch(() => null),
    keep: (address, bytes) => keep(address, bytes).catch(() => {}),
  }
}

/** The Cache API stores no partial answers, so a beginning is stored as a whole answer of an address of its own. */
function keyOf(address: string, length: number): string {
  return `${address}?bytes=0-${length - 1}`
}

/** A key as the cache gives it back: absolute. */
function readKey(url: string): { address: string; length: number } {
  const { pathname, searchParams } = new URL(url)
  const last = Number(searchParams.get('bytes')?.split('-')[1] ?? -1)
  return { address: pathname, length: Number.isSafeInteger(last) ? last + 1 : 0 }
}
