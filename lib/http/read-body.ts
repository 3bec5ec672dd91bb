import { HttpProblem } from './problem'

/** Largest body a request may have. */
export const BODY_LIMIT_BYTES = 1_000_000

/** The body, read piece by piece and given up (413) as soon as it is too long, whatever its length claims to be. */
export async function readBody(request: Request, limitBytes = BODY_LIMIT_BYTES): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > limitBytes) throw tooLarge(limitBytes)
  const pieces: Uint8Array[] = []
  let length = 0
  if (request.body) {
    const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      length += piece.value.byteLength
      if (length > limitBytes) {
        await reader.cancel()
        throw tooLarge(limitBytes)
      }
      pieces.push(piece.value)
    }
  }
  const body = new Uint8Array(length)
  let offset = 0
  for (const piece of pieces) {
    body.set(piece, offset)
    offset += piece.byteLength
  }
  return body
}

function tooLarge(limitBytes: number): HttpProblem {
  return new HttpProblem(413, `The request is larger than ${limitBytes / 1_000_000} MB: send it in smaller parts.`)
}
