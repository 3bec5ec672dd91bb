import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReply } from './protocol'

const READY = { version: 'PyTorch 1.13.0, 1 thread', losses: [2.3, 2.2], msPerStep: 8.5 }

test('ready tells version, first losses and pace', () => {
  expect(parseReply(`ready ${JSON.stringify(READY)}`)).toEqual({ kind: 'ready', ready: READY })
})

test.each([
  ['without a loss', { ...READY, losses: [] }],
  ['without a pace', { ...READY, msPerStep: 0 }],
  ['with a loss that is no number', { ...READY, losses: [null] }],
])('ready %s is a failure that quotes the line', (_title, value) => {
  const reply = parseReply(`ready ${JSON.stringify(value)}`)
  expect(reply.kind).toBe('failed')
  if (reply.kind === 'failed') expect(reply.reason).toContain(JSON.stringify(value))
})

test('ready with half a line of JSON is a failure', () => {
  expect(parseReply('ready {"version":"x"').kind).toBe('failed')
})

test('failed keeps the reason as it was written', () => {
  expect(parseReply('failed no module named torch')).toEqual({ kind: 'failed', reason: 'no module named torch' })
})

test('an answer keeps its value', () => {
  expect(parseReply('answer {"ms":12.5,"loss":2.1}')).toEqual({ kind: 'answer', value: { ms: 12.5, loss: 2.1 } })
})

test.each([
  '============================',
  'Hi, looks like you are running TensorFlow.js in Node.js.',
  '{"ms":12}',
  'already {"ms":12}',
  'answer',
  'answer {"ms":',
  '',
])('%j is a library talking', (line) => expect(parseReply(line)).toEqual({ kind: 'noise' }))

test('no line whatsoever throws', () => {
  const word = fc.constantFrom('', 'ready ', 'answer ', 'failed ', 'ready')
  fc.assert(fc.property(word, fc.oneof(fc.string(), fc.json()), (start, rest) => void parseReply(start + rest)))
})
