/**
 * Reads the machine code that V8 makes of a module, as `node --print-wasm-code` prints it on x86-64: which innermost
 * loops keep vectors on the stack. Not here: compiling and judging (registers.verify.ts).
 */

export interface InnermostLoop {
  /** Of the module, in its own numbering. */
  functionIndex: number
  /** Byte offsets of the loop's head and of the jump back to it. */
  from: number
  to: number
  instructions: number
  /** Instructions that read a vector from the stack frame or write one to it. */
  vectorsOnStack: number
}

interface Instruction {
  offset: number
  text: string
}

const HEADER = /^name: wasm-function\[(\d+)\]/
const INSTRUCTION = /^0x[0-9a-f]+\s+([0-9a-f]+)\s+\S+\s+(.*)$/
const JUMP = /^j\w+ 0x[0-9a-f]+\s+<\+0x([0-9a-f]+)>/

/** Loops without a loop or a call inside, in the order of the listing. */
export function innermostLoops(listing: string): InnermostLoop[] {
  return [...functionsOf(listing)].flatMap(([functionIndex, instructions]) =>
    jumpsBack(instructions)
      .filter(({ from, to }, _, all) => !all.some((other) => from <= other.from && other.to < to))
      .map(({ from, to }) => ({
        from,
        to,
        inside: instructions.filter(({ offset }) => from <= offset && offset <= to),
      }))
      .filter(({ inside }) => !inside.some(({ text }) => text.startsWith('call')))
      .map(({ from, to, inside }) => ({
        functionIndex,
        from,
        to,
        instructions: inside.length,
        vectorsOnStack: inside.filter(({ text }) => text.includes('xmm') && text.includes('[rbp-')).length,
      })),
  )
}

function functionsOf(listing: string): Map<number, Instruction[]> {
  const functions = new Map<number, Instruction[]>()
  let instructions: Instruction[] = []
  for (const line of listing.split('\n')) {
    const header = HEADER.exec(line)
    if (header !== null) {
      instructions = []
      functions.set(Number(header[1]), instructions)
    }
    const [, offset, text] = INSTRUCTION.exec(line) ?? []
    if (offset !== undefined && text !== undefined) instructions.push({ offset: Number.parseInt(offset, 16), text })
  }
  return functions
}

function jumpsBack(instructions: readonly Instruction[]): { from: number; to: number }[] {
  return instructions.flatMap(({ offset, text }) => {
    const target = JUMP.exec(text)?.[1]
    const from = target === undefined ? offset + 1 : Number.parseInt(target, 16)
    return from <= offset ? [{ from, to: offset }] : []
  })
}
