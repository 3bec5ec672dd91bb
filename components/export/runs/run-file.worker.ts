/** Writes a run's file beside the page, which sums over megabytes would hold up. No logic here. */
import { type RunFileOrder, writeRunFile } from './run-file'

export type RunFileAnswer = { bytes: Uint8Array<ArrayBuffer> } | { problem: string }

self.onmessage = ({ data }: MessageEvent<RunFileOrder>) => {
  try {
    const answer: RunFileAnswer = { bytes: writeRunFile(data) }
    self.postMessage(answer, { transfer: [answer.bytes.buffer] })
  } catch (error) {
    const answer: RunFileAnswer = { problem: error instanceof Error ? error.message : String(error) }
    self.postMessage(answer)
  }
}
