/**
 * A page of its own for the engine: the bundle that a production build would make of it, on a server of the test's own
 * whose pages are isolated, so that threads may share memory. Nothing of the product's pages is in it.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import type { LabAnswer, LabQuestion } from './question'

const ROOT = path.resolve(import.meta.dirname, '../..')
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' }
export const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
const PAGE = '<!doctype html><html lang="en"><title>Engine lab</title><link rel="icon" href="data:,"><p>Engine lab'

export interface Lab {
  url: string
  close(): Promise<void>
}

/** Answers what the lab itself does not know; false where it does not know it either. */
export type MoreRoutes = (path: string, request: IncomingMessage, response: ServerResponse) => boolean

export async function openLab(moreRoutes: MoreRoutes = () => false): Promise<Lab> {
  const folder = await mkdtemp(path.join(tmpdir(), 'engine-lab-'))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: [{ find: /^@\//, replacement: `${ROOT}/` }] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      // A wasm file inlined in JavaScript is not what pages load.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { lab: path.join(ROOT, 'e2e/engine-lab/lab.worker.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
    worker: { format: 'es' },
  })
  const server = createServer((request, response) => {
    const name = path.normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (name === '/') return response.writeHead(200, { ...ISOLATED, 'Content-Type': 'text/html' }).end(PAGE)
    if (moreRoutes(name, request, response)) return
    readFile(path.join(folder, name)).then(
      (bytes) => {
        response.writeHead(200, { ...ISOLATED, 'Content-Type': TYPES[path.extname(name)] ?? 'text/plain' }).end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    async close() {
      await stop(server)
      await rm(folder, { recursive: true })
    },
  }
}

/** Trains in a worker of the lab's page. Checkpoints cross as bytes, which Playwright carries as they are. */
export function ask(page: Page, question: LabQuestion): Promise<LabAnswer> {
  return page.evaluate(
    (asked) =>
      new Promise<LabAnswer>((resolve, reject) => {
        const worker = new Worker('/lab.js', { type: 'module' })
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.onmessage = ({ data }) => {
          worker.terminate()
          if (data.problem === undefined) resolve(data.found)
          else reject(new Error(data.problem))
        }
        worker.postMessage(asked)
      }),
    question,
  )
}

function stop(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed())
    server.closeAllConnections()
  })
}
