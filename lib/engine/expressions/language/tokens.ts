/** Cuts the text of an expression into tokens, or throws a Fault at the first character that has no place in one. */
import { Fault } from './problem'

export interface Token {
  kind: 'number' | 'name' | 'sign' | 'end'
  /** As written; a sign in its plain form (`**` as `^`, `×` as `*`, `−` as `-`). */
  text: string
  column: number
  length: number
}

/** What a formula copied from elsewhere contains, in our spelling. */
const SPELLINGS: Record<string, string> = { '**': '^', '×': '*', '·': '*', '÷': '/', '−': '-', '≤': '<=', '≥': '>=' }
const SIGNS = /^(?:\*\*|<=|>=|[-+*/^(),<>×·÷−≤≥])/
const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/
const NAME = /^(?:[A-Za-z_][A-Za-z_0-9]*|π)/
const LARGEST = 3.4028234663852886e38

const REMEDIES: Record<string, string> = {
  '=': 'An expression is only the right-hand side, and conditions compare with <, <=, > or >=.',
  '!': 'Conditions compare with <, <=, > or >=; there is no factorial and no “not”.',
  '&': 'A condition is one comparison: put a second where(…) inside the first.',
  '|': 'For an absolute value write abs(x); a condition is one comparison.',
  '?': 'For two cases write where(condition, a, b).',
  '[': 'Use round parentheses.',
  ']': 'Use round parentheses.',
  '{': 'Use round parentheses.',
  '}': 'Use round parentheses.',
  '²': 'Write ^2.',
  '³': 'Write ^3.',
  '√': 'Write sqrt(…).',
  σ: 'Write sigmoid(…).',
  '%': 'Write a plain number or a division.',
}

export function tokenise(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at)
    const blank = /^\s+/.exec(rest)
    if (blank) {
      at += blank[0].length
      continue
    }
    const token = readToken(rest, at + 1)
    tokens.push(token)
    at += token.length
  }
  tokens.push({ kind: 'end', text: '', column: source.length + 1, length: 0 })
  return tokens
}

function readToken(rest: string, column: number): Token {
  const number = NUMBER.exec(rest)
  if (number) return readNumber(number[0], rest, column)
  const name = NAME.exec(rest)
  if (name) return { kind: 'name', text: name[0] === 'π' ? 'pi' : name[0], column, length: name[0].length }
  const sign = SIGNS.exec(rest)
  if (sign) return { kind: 'sign', text: SPELLINGS[sign[0]] ?? sign[0], column, length: sign[0].length }
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0)
  const remedy =
    REMEDIES[character] ?? 'Use numbers, x, pi, e, the signs + - * / ^ and functions such as exp(…), in Latin letters.'
  throw new Fault({
    kind: 'syntax',
    message: `“${character}” has no meaning here. ${remedy}`,
    column,
    length: character.length,
  })
}

function readNumber(text: string, rest: string, column: number): Token {
  const next = rest.slice(text.length)
  if (/^\./.test(next)) {
    const { length } = text + (/^[\d.]+/.exec(next) ?? [''])[0]
    const fault = /e/i.test(text)
      ? 'the power of ten behind its e is not whole. Write a whole one, as in 2e5.'
      : 'it has two decimal points. Write it with one.'
    throw new Fault({
      kind: 'syntax',
      message: `“${rest.slice(0, length)}” is not a number: ${fault}`,
      column,
      length,
    })
  }
  if (Number(text) > LARGEST) {
    throw new Fault({
      kind: 'limit',
      message: `${text} is above 3.4e38, the largest number of the training's arithmetic (float32). Use a smaller one.`,
      column,
      length: text.length,
    })
  }
  return { kind: 'number', text, column, length: text.length }
}
