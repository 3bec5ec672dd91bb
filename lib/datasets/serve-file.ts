/**
 * Answers a request for one immutable file from disk: whole, a byte range, "not modified" or "no such
 * range". Which files may be asked for is the caller's business.
 */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { parseByteRange } from './byte-range'
import type { FoundFile } from './cifar10-files'

export function serveFile(request: Request, file: FoundFile): Response {
  const etag = `"${file.sha256}"`
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': 'application/octet-stream',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  })
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })

  const condition = request.headers.get('if-range')
  const asked = condition === null || condition === etag ? request.headers.get('range') : null
  const range = parseByteRange(asked, file.bytes)
  if (range.kind === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const start = range.kind === 'part' ? range.start : 0
  const end = range.kind === 'part' ? range.end : file.bytes - 1
  headers.set('Content-Length', String(end - start + 1))
  if (range.kind === 'part') headers.set('Content-Range', `bytes ${start}-${end}/${file.bytes}`)
  const body = request.method === 'HEAD' ? null : stream(file.path, start, end)
  return new Response(body, { status: range.kind === 'part' ? 206 : 200, headers })
}

/** `If-None-Match` compares weakly, so a `W/` prefix added by a proxy does not matter. */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}

function stream(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  const source = createReadStream(path, { start, end })
  // Cancelling (the reader went away) destroys the stream, which closes the file.
  return Readable.toWeb(source) as ReadableStream<Uint8Array>
}
