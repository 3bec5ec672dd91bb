import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import type { PacedTrainer } from './paced-client'
import type { PacedFrame } from './paced-session'
import { PacedShow } from './paced-show'

const END = 4
const specOf = (name: string) => ({ name }) as unknown as ExperimentSpec
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A trainer that answers when it is told to, and a screen that turns when it is told to. */
function stage() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const turns: (() => void)[] = []
  let open = 0
  let steps = 0
  let fails = false
  const answer = (question: string) =>
    new Promise<PacedFrame>((resolve, reject) => {
      expect(++open, 'one question at a time').toBe(1)
      asked.push(question)
      answers.push(() => {
        open--
        if (fails) return reject(new Error('No kernels.'))
        const field = { side: 0, values: new Float32Array() }
        const weightHash = steps >= END ? 'abc' : null
        resolve({ step: steps, loss: 1, accuracy: 1, elapsedMs: 1, field, extent: 1, weightHash })
      })
    })
  const trainer: PacedTrainer = {
    start: (spec) => {
      steps = 0
      return answer(`start ${(spec as unknown as { name: string }).name}`)
    },
    advance: (by) => {
      steps += by
      return answer(`advance ${by}`)
    },
    dispose: () => asked.push('dispose'),
  }
  const show = new PacedShow(specOf('a'), 0, 2, {
    createTrainer: () => trainer,
    nextTurn: (then) => turns.push(then),
  })
  return {
    show,
    asked,
    failNext: () => {
      fails = true
    },
    async answerNext() {
      answers.shift()?.()
      await settled()
    },
    async turn() {
      turns.shift()?.()
      await settled()
    },
  }
}

test('nothing is trained before it is wanted and seen', () => {
  const { show, asked } = stage()
  show.setVisible(true)
  expect(asked).toEqual([])
  show.setVisible(false)
  show.play()
  expect(asked).toEqual([])
  show.setVisible(true)
  expect(asked).toEqual(['start a'])
})

test('a run is played to its end and stops there', async () => {
  const { show, asked, answerNext, turn } = stage()
  show.setVisible(true)
  show.play()
  for (let i = 0; i < 6; i++) {
    await answerNext()
    await turn()
  }
  expect(asked).toEqual(['start a', 'advance 2', 'advance 2'])
  expect(show.getSnapshot()).toMatchObject({ phase: 'finished', frame: { step: 4, weightHash: 'abc' } })
  show.play()
  expect(asked.at(-1)).toBe('start a')
})

test.each(['setVisible', 'pause'] as const)('%s stops asking; afterwards it goes on where it was', async (way) => {
  const { show, asked, answerNext, turn } = stage()
  show.setVisible(true)
  show.play()
  await answerNext()
  if (way === 'pause') show.pause()
  else show.setVisible(false)
  await turn()
  expect(asked).toEqual(['start a'])
  if (way === 'pause') {
    expect(show.getSnapshot().phase).toBe('paused')
    show.play()
  } else show.setVisible(true)
  expect(asked).toEqual(['start a', 'advance 2'])
})

test('another network begins at once, and the picture of the one before is never shown', async () => {
  const { show, asked, answerNext, turn } = stage()
  show.setVisible(true)
  show.play()
  await answerNext()
  await turn()
  show.choose(specOf('b'), 0)
  expect(show.getSnapshot().frame).toBeNull()
  await answerNext()
  expect(show.getSnapshot().frame).toBeNull()
  expect(asked).toEqual(['start a', 'advance 2', 'start b'])
  await answerNext()
  expect(show.getSnapshot().frame?.step).toBe(0)
})

test('a worker that cannot be had is said, and tried anew when asked to', async () => {
  const { show, asked, failNext, answerNext } = stage()
  show.setVisible(true)
  show.play()
  failNext()
  await answerNext()
  expect(show.getSnapshot()).toMatchObject({ phase: 'failed', problem: 'No kernels.' })
  show.play()
  expect(asked).toEqual(['start a', 'dispose', 'start a'])
})

test('once disposed of, it lets its worker go and takes no late answer', async () => {
  const { show, asked, answerNext } = stage()
  show.setVisible(true)
  show.play()
  show.dispose()
  await answerNext()
  expect(asked).toEqual(['start a', 'dispose'])
  expect(show.getSnapshot().frame).toBeNull()
})
