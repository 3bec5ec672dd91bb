import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { MISSING_PART } from './load-part'
import { type OpeningAnswer, type OpeningQuestion, type OpeningWorker, takeOpening } from './opening-client'

class FakeWorker implements OpeningWorker {
  onmessage: OpeningWorker['onmessage'] = null
  onerror: OpeningWorker['onerror'] = null
  asked: OpeningQuestion[] = []
  ended = false
  postMessage(question: OpeningQuestion) {
    this.asked.push(question)
  }
  terminate() {
    this.ended = true
  }
  answer(data: OpeningAnswer) {
    this.onmessage?.({ data } as MessageEvent<OpeningAnswer>)
  }
}

const question: OpeningQuestion = { spec: { batch: 3 } as ExperimentSpec, seed: 2, steps: 10 }

test('the question goes to the worker, its opening comes back, and the worker is ended', async () => {
  const worker = new FakeWorker()
  const taken = takeOpening(question, () => worker)
  expect(worker.asked).toEqual([question])
  const opening = { seed: 2 } as Extract<OpeningAnswer, { kind: 'opening' }>['opening']
  worker.answer({ kind: 'opening', opening })
  expect(await taken).toBe(opening)
  expect(worker.ended).toBe(true)
})

test('what fails, in the worker or on the way to it, is told in a sentence, and the worker is ended', async () => {
  const failing = new FakeWorker()
  const failed = takeOpening(question, () => failing)
  failing.answer({ kind: 'failed', message: 'No data.' })
  await expect(failed).rejects.toThrow('No data.')
  const missing = new FakeWorker()
  const missed = takeOpening(question, () => missing)
  missing.onerror?.({ preventDefault: () => undefined } as ErrorEvent)
  await expect(missed).rejects.toThrow(MISSING_PART)
  expect([failing.ended, missing.ended]).toEqual([true, true])
})
