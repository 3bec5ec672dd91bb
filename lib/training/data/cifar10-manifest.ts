/** The server's answer to `GET /api/datasets/cifar10`, as the browser reads it. */
export interface Cifar10Listing {
  available: boolean
  files: { name: string; url: string; bytes: number }[]
  /** Why a file that is there was refused. */
  problem: string | null
}

/** Throws a TypeError naming the field when `value` is no listing. */
export function parseCifar10Listing(value: unknown): Cifar10Listing {
  if (!isRecord(value)) throw new TypeError('The list of CIFAR-10 files is not an object.')
  const { available, files, problem } = value
  if (typeof available !== 'boolean') throw new TypeError('The list of CIFAR-10 files lacks "available".')
  if (!Array.isArray(files) || !files.every(isFile)) throw new TypeError('The list of CIFAR-10 files has bad "files".')
  return {
    available,
    files: files.map(({ name, url, bytes }) => ({ name, url, bytes })),
    problem: typeof problem === 'string' ? problem : null,
  }
}

function isFile(value: unknown): value is Cifar10Listing['files'][number] {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    typeof value.url === 'string' &&
    // Only our own server: no page makes a third-party request.
    /^\/(?!\/)/.test(value.url) &&
    Number.isSafeInteger(value.bytes)
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
