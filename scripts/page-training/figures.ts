/**
 * `npm run measure:page`: what a page's trainer downloads before it trains the reference CNN, and how long its first step
 * takes, measured in Chromium on the production build. The documents quote these numbers.
 */
import { chromium } from '@playwright/test'
import { createOwnServer } from '@/e2e/own-server'
import { findChromium } from '../test/machine.mjs'
import { type PageTraining, REFERENCE_CNN, SMALL_MLP, trainInPage } from './train-in-page'

const ROUNDS = 5

export interface Figures {
  /** Of the reference CNN. */
  transfers: PageTraining['transfers']
  /** Each from a browser that had nothing in its cache. */
  cnn: Omit<PageTraining, 'transfers'>[]
  mlp: Omit<PageTraining, 'transfers'>[]
}

export async function measureFigures(): Promise<Figures> {
  const server = await createOwnServer()
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const train = async (spec: typeof REFERENCE_CNN) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const trained = await trainInPage(page, spec, server.url)
    await context.close()
    return trained
  }
  try {
    await server.start()
    const cnn: PageTraining[] = []
    const mlp: PageTraining[] = []
    for (let round = 0; round < ROUNDS; round++) {
      cnn.push(await train(REFERENCE_CNN))
      mlp.push(await train(SMALL_MLP))
    }
    return { transfers: cnn[0]?.transfers ?? [], cnn, mlp }
  } finally {
    await browser.close()
    await server.dispose()
  }
}

export function bytesOf(transfers: PageTraining['transfers']): number {
  return transfers.reduce((sum, { bytes }) => sum + bytes, 0)
}

export function textOf({ transfers, cnn, mlp }: Figures): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)
  const milliseconds = (runs: (number | null)[]) => runs.map((ms) => ms?.toFixed(0)).join(', ')
  return [
    'what the trainer’s worker downloads for the reference CNN, over the wire:',
    ...transfers.map(({ path, bytes }) => `${kilobytes(bytes)}  ${path}`),
    `${kilobytes(bytesOf(transfers))}  in all`,
    'ms to the first step, each from an empty cache:',
    `  reference CNN, after the last byte of its images: ${milliseconds(cnn.map((run) => run.dataToFirstStepMs))}`,
    `  small MLP, after the start, everything to be fetched: ${milliseconds(mlp.map((run) => run.startToFirstStepMs))}`,
  ].join('\n')
}
