/**
 * Reads a tar stream entry by entry (POSIX ustar, as far as data archives use it). It writes nothing:
 * what an entry's name may be and where its bytes go is decided by the caller, who takes each entry's
 * `body` before asking for the next entry; what is left of a body is skipped.
 */
const BLOCK = 512
const decoder = new TextDecoder()

export interface TarEntry {
  name: string
  kind: 'file' | 'folder' | 'link' | 'other'
  size: number
  body: AsyncIterable<Uint8Array>
}

export class TarError extends Error {
  override name = 'TarError'
}

export async function* tarEntries(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const bytes = new ByteReader(source)
  for (;;) {
    const header = await bytes.readExactly(BLOCK, 'a header')
    // Two zero blocks end an archive; one is enough to know.
    if (header.every((byte) => byte === 0)) return
    checkSum(header)
    const prefix = decoder.decode(header.subarray(257, 262)) === 'ustar' ? text(header, 345, 155) : ''
    const name = (prefix === '' ? '' : `${prefix}/`) + text(header, 0, 100)
    const size = octal(header, 124, 12)
    let left = size
    async function* body() {
      while (left > 0) {
        const part = await bytes.readSome(left)
        if (part === null) throw new TarError(`the archive ends in the middle of "${name}"`)
        left -= part.length
        yield part
      }
    }
    yield { name, kind: kindOf(header[156] ?? 0), size, body: body() }
    while (left > 0) {
      const part = await bytes.readSome(left)
      if (part === null) throw new TarError(`the archive ends in the middle of "${name}"`)
      left -= part.length
    }
    await bytes.readExactly((BLOCK - (size % BLOCK)) % BLOCK, `the padding of "${name}"`)
  }
}

function kindOf(flag: number): TarEntry['kind'] {
  const letter = String.fromCharCode(flag)
  if (letter === '0' || letter === '\0') return 'file'
  if (letter === '5') return 'folder'
  return letter === '1' || letter === '2' ? 'link' : 'other'
}

function text(header: Uint8Array, at: number, length: number): string {
  const field = header.subarray(at, at + length)
  const end = field.indexOf(0)
  return decoder.decode(end < 0 ? field : field.subarray(0, end))
}

function octal(header: Uint8Array, at: number, length: number): number {
  const digits = text(header, at, length).trim()
  if (!/^[0-7]+$/.test(digits)) throw new TarError('a header holds a number that is not octal')
  return Number.parseInt(digits, 8)
}

/** The checksum counts its own eight bytes as spaces. */
function checkSum(header: Uint8Array): void {
  const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0)
  if (sum !== octal(header, 148, 8)) throw new TarError("a header's checksum is wrong")
}

class ByteReader {
  private rest = new Uint8Array(0)
  private readonly chunks: AsyncIterator<Uint8Array>

  constructor(source: AsyncIterable<Uint8Array>) {
    this.chunks = source[Symbol.asyncIterator]()
  }

  /** 1 to `most` bytes, or null at the end. */
  async readSome(most: number): Promise<Uint8Array | null> {
    while (this.rest.length === 0) {
      const next = await this.chunks.next()
      if (next.done) return null
      this.rest = new Uint8Array(next.value)
    }
    const part = this.rest.subarray(0, most)
    this.rest = this.rest.subarray(part.length)
    return part
  }

  async readExactly(count: number, what: string): Promise<Uint8Array> {
    const all = new Uint8Array(count)
    for (let at = 0; at < count; ) {
      const part = await this.readSome(count - at)
      if (part === null) throw new TarError(`the archive ends in the middle of ${what}`)
      all.set(part, at)
      at += part.length
    }
    return all
  }
}
