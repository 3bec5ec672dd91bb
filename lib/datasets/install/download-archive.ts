/**
 * Fetches one archive of known size and MD5 into a file, going on from what an earlier attempt left
 * behind. It unpacks nothing and prints nothing.
 */
import { createHash } from 'node:crypto'
import { createReadStream, promises as disk } from 'node:fs'

export interface ArchiveSource {
  url: string
  /** Bytes. */
  size: number
  /** Hex. */
  md5: string
}

/** A failure told in one sentence that says what to do. */
export class InstallError extends Error {
  override name = 'InstallError'
}

interface DownloadOptions {
  source: ArchiveSource
  /** Grows as bytes arrive; kept when the connection breaks, deleted when its bytes are wrong. */
  partFile: string
  onProgress: (done: number) => void
  /** Gives up when nothing arrives for this long. */
  idleMs?: number
}

/** When it returns, `partFile` holds exactly the archive. Throws InstallError. */
export async function downloadArchive({ source, partFile, onProgress, idleMs = 60_000 }: DownloadOptions) {
  const had = await sizeOf(partFile)
  if (had > source.size) await disk.rm(partFile)
  if (had !== source.size) await fetchRest(source, partFile, had > source.size ? 0 : had, onProgress, idleMs)

  const got = await sizeOf(partFile)
  if (got < source.size) {
    throw new InstallError(
      `The download stopped at ${got} of ${source.size} bytes; run the command again to go on from there.`,
    )
  }
  const md5 = await md5Of(partFile)
  if (got > source.size || md5 !== source.md5.toLowerCase()) {
    await disk.rm(partFile)
    const wrong = got > source.size ? `it is longer than ${source.size} bytes` : `its MD5 is ${md5}, not ${source.md5}`
    throw new InstallError(
      `${source.url} is not the expected archive: ${wrong}; it was deleted, run the command again.`,
    )
  }
}

async function fetchRest(
  source: ArchiveSource,
  partFile: string,
  had: number,
  onProgress: (done: number) => void,
  idleMs: number,
) {
  const giveUp = new AbortController()
  let timer = setTimeout(() => giveUp.abort(), idleMs)
  const headers: HeadersInit = had > 0 ? { range: `bytes=${had}-` } : {}
  try {
    const response = await fetch(source.url, { headers, signal: giveUp.signal }).catch((error: unknown) => {
      throw new InstallError(`${source.url} cannot be reached (${reason(error)}); check the connection and run again.`)
    })
    const resumes = response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${had}-`)
    if (!resumes && response.status !== 200) {
      await disk.rm(partFile, { force: true })
      throw new InstallError(`${source.url} answered with status ${response.status}; check the address and run again.`)
    }
    const file = await disk.open(partFile, resumes ? 'a' : 'w')
    try {
      let done = resumes ? had : 0
      onProgress(done)
      for await (const chunk of response.body ?? []) {
        clearTimeout(timer)
        timer = setTimeout(() => giveUp.abort(), idleMs)
        await file.writeFile(chunk)
        done += chunk.length
        onProgress(done)
        if (done > source.size) break
      }
    } catch (error) {
      // A connection that broke leaves a part to go on from; a full disk is told as such.
      if (isSystemError(error)) throw error
    } finally {
      await file.close()
    }
  } finally {
    clearTimeout(timer)
  }
}

async function sizeOf(file: string): Promise<number> {
  return (await disk.stat(file).catch(() => null))?.size ?? 0
}

async function md5Of(file: string): Promise<string> {
  const hash = createHash('md5')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && error.syscall === 'write'
}
