import { expect, test } from 'vitest'
import { innermostLoops } from './machine-code'

const line = (offset: number, text: string) =>
  `0x${(0x1000 + offset).toString(16)}     ${offset.toString(16)}  c5f8                 ${text}`
const jump = (to: number) => `jl 0x${(0x1000 + to).toString(16)}  <+0x${to.toString(16)}>`
const listing = (...functions: string[][]) =>
  functions
    .map((lines, index) => [`name: wasm-function[${index}]`, 'compiler: TurboFan', ...lines].join('\n'))
    .join('\n')

test('A loop is told by its jump back; only vectors of the stack frame are counted', () => {
  const found = innermostLoops(
    listing([
      line(0, 'vmovups [rbp-0x20],xmm1'),
      line(8, 'vmovdqu xmm1,[rbx+r8*1]'),
      line(16, 'vmovups xmm2,[rbp-0x40]'),
      line(24, 'movl rdi,[rbp-0x140]'),
      line(32, jump(8)),
      line(40, 'vmovups xmm3,[rbp-0x40]'),
    ]),
  )
  expect(found).toEqual([{ functionIndex: 0, from: 8, to: 32, instructions: 4, vectorsOnStack: 1 }])
})

test('Of loops within loops the innermost is looked at; each function by itself', () => {
  const nested = [
    line(0, 'vmovups [rbp-0x20],xmm1'),
    line(8, 'vaddps xmm1,xmm1,xmm2'),
    line(16, jump(8)),
    line(24, jump(0)),
  ]
  const found = innermostLoops(listing(nested, [line(0, 'vmovups [rbp-0x20],xmm1'), line(8, jump(0))]))
  expect(found.map(({ functionIndex, from, vectorsOnStack }) => [functionIndex, from, vectorsOnStack])).toEqual([
    [0, 8, 0],
    [1, 0, 1],
  ])
})

test('A stretch that calls is no loop to look at: the stubs behind a function jump back too', () => {
  expect(innermostLoops(listing([line(0, 'nop'), line(8, 'call [r13+0x10]'), line(16, jump(0))]))).toEqual([])
})

test('A jump forward makes no loop', () => {
  expect(innermostLoops(listing([line(0, jump(16)), line(8, 'nop'), line(16, 'ret')]))).toEqual([])
})
