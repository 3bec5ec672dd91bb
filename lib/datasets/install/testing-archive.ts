/** Tiny archives and a server for them that can break off, for the tests of this folder. */
import { createHash } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'

export interface PlainEntry {
  name: string
  bytes: Uint8Array
  /** ustar type flag: `0` file, `2` symbolic link, `5` folder. */
  flag?: string
}

export function tar(entries: PlainEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, bytes, flag = '0' }) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write('0000644\0', 100)
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('        ', 148)
    header.write(flag, 156)
    header.write('ustar\x0000', 257)
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, Buffer.from(bytes), Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

/** Two training files and a test file of a few records, as the official archive lays them out. */
export function tinyCifar10(extra: PlainEntry[] = []): Buffer {
  const record = (label: number) => new Uint8Array(3073).map((_, i) => (i === 0 ? label : (i * label * 31) % 253))
  const folder = 'cifar-10-batches-bin/'
  return gzipSync(
    tar([
      { name: folder, bytes: new Uint8Array(0), flag: '5' },
      { name: `${folder}readme.html`, bytes: Buffer.from('<p>read me</p>') },
      { name: `${folder}data_batch_1.bin`, bytes: Buffer.concat([record(1), record(9)]) },
      { name: `${folder}data_batch_2.bin`, bytes: record(4) },
      { name: `${folder}test_batch.bin`, bytes: record(7) },
      ...extra,
    ]),
    { level: 0 },
  )
}

export const md5Of = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex')

/** Serves until closed; returns its address. */
export async function listen(answer: RequestListener): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/cifar.tar.gz`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
