/** Reads a learner's file beside the page, which a million rows would hold up. It keeps the file for another choice of columns. */
import { sha256 } from '@/lib/engine'
import { type CsvColumns, type CsvReading, readPoints } from './read-points'

export type CsvQuestion = { id: number; file: File | null; columns: CsvColumns }
export interface CsvAnswer {
  id: number
  reading: CsvReading
  /** Of the file, where it could be read. */
  sha256: string | null
}

const LARGEST_BYTES = 60_000_000

let known: { text: string; sha256: string } | null = null

self.onmessage = ({ data }: MessageEvent<CsvQuestion>) => {
  void answer(data).then((said) => self.postMessage(said))
}

async function answer({ id, file, columns }: CsvQuestion): Promise<CsvAnswer> {
  const refuse = (problem: string): CsvAnswer => ({ id, reading: { ok: false, problem, columns: [] }, sha256: null })
  try {
    if (file !== null) {
      known = null
      if (file.size > LARGEST_BYTES) {
        return refuse(
          `“${file.name}” has ${Math.round(file.size / 1e6)} MB; use a file of at most ${LARGEST_BYTES / 1e6} MB.`,
        )
      }
      const bytes = new Uint8Array(await file.arrayBuffer())
      known = { text: new TextDecoder().decode(bytes), sha256: await hashOf(bytes) }
    }
    if (known === null) return refuse('Choose a file.')
    return { id, reading: readPoints(known.text, columns), sha256: known.sha256 }
  } catch {
    return refuse('The file could not be read; choose it again.')
  }
}

/** By the browser where it offers that, which needs an address that counts as secure. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return sha256(bytes)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
