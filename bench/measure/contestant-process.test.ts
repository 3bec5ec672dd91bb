/** The runner's side of the protocol, against little programs that behave and misbehave. */
import { expect, test } from 'vitest'
import { ContestantError, ContestantProcess, type Program } from './contestant-process'
import { ranSchema } from './protocol'

const READY = `console.log('ready {"version":"fake","losses":[1],"msPerStep":2}');`
const ANSWER = `require('node:readline').createInterface({input: process.stdin}).on('line', (line) => `
const program = (script: string): Program => ({ command: process.execPath, args: ['-e', script], env: { FAKE: '7' } })

test('a contestant says ready, answers each question in turn, and ends with its input', async () => {
  const script = `console.log('a banner');${READY}${ANSWER}console.log('answer ' + JSON.stringify({ms: Number(line), loss: Number(process.env.FAKE)})))`
  const { contestant, ready } = await ContestantProcess.start(program(script))
  expect(ready).toEqual({ version: 'fake', losses: [1], msPerStep: 2 })
  expect(await contestant.ask('5', ranSchema)).toEqual({ ms: 5, loss: 7 })
  expect(await contestant.ask('6', ranSchema)).toEqual({ ms: 6, loss: 7 })
  await contestant.stop()
})

test.each([
  ['says why it cannot', `console.log('failed no such layer'); setTimeout(() => {}, 60000)`, 'no such layer'],
  ['throws', `throw new TypeError('x is not a tensor')`, 'TypeError: x is not a tensor'],
  ['ends without a word', 'process.exit(3)', 'it ended with code 3'],
  ['is killed', `process.kill(process.pid, 'SIGKILL')`, 'it ended with SIGKILL'],
])('a contestant that %s cannot take part', async (_title, script, reason) => {
  await expect(ContestantProcess.start(program(script))).rejects.toThrow(new ContestantError(reason))
})

test('a program that does not exist cannot take part', async () => {
  await expect(ContestantProcess.start({ command: '/no/such/python3', args: [], env: {} })).rejects.toThrow(
    /\/no\/such\/python3/,
  )
})

test('a contestant that dies at a question is out, at that question and the next', async () => {
  const { contestant } = await ContestantProcess.start(program(`${READY}${ANSWER}process.exit(4))`))
  await expect(contestant.ask('5', ranSchema)).rejects.toThrow('it ended with code 4')
  await expect(contestant.ask('5', ranSchema)).rejects.toThrow(ContestantError)
  await contestant.stop()
})

test('a contestant that does not answer in time is out', async () => {
  const { contestant } = await ContestantProcess.start(program(`${READY}${ANSWER}0)`))
  await expect(contestant.ask('5', ranSchema, 50)).rejects.toThrow('no answer within')
  await contestant.stop()
})

test('an answer that is none, such as a loss that is not a number, names the question', async () => {
  const { contestant } = await ContestantProcess.start(
    program(`${READY}${ANSWER}console.log('answer ' + JSON.stringify({ms: 1, loss: NaN})))`),
  )
  await expect(contestant.ask('5', ranSchema)).rejects.toThrow(`to '5' it answered {"ms":1,"loss":null}`)
  await contestant.stop()
})
