/**
 * Text → Expression, by recursive descent. No `eval`, no operator overloading: what is not in this grammar is a problem
 * with a column. It says nothing about the numbers that come out; `description/domain.ts` does.
 *
 *   sum      = product { (+ | −) product }
 *   product  = signed { (* | /) signed }
 *   signed   = { + | − } power
 *   power    = operand [ ^ signed ]                     so −x^2 is −(x²), and 2^3^2 is 2^(3^2)
 *   operand  = number | x | pi | e | ( sum ) | name ( sum { , sum } ) | where ( condition , sum , sum )
 *   condition = sum (< | <= | > | >=) sum
 */
import { type Condition, type Expression, partsOf } from './language/expression'
import { functionEntry, isFunctionName } from './language/functions'
import { adviceOn, isConstant, isRelation } from './language/names'
import { type ExpressionProblem, Fault, type Span } from './language/problem'
import { type Token, tokenise } from './language/tokens'

export const MAX_LENGTH = 400
/** Parentheses, calls, signs and exponents inside one another. */
export const MAX_DEPTH = 24
/** Numbers, x, operators and calls, with `gelu(…)` and its like written out. */
export const MAX_NODES = 200

export type Parsed =
  | { ok: true; expression: Expression; spans: ReadonlyMap<Expression, Span> }
  | { ok: false; problem: ExpressionProblem }

export function parseExpression(source: string): Parsed {
  try {
    if (source.length > MAX_LENGTH) {
      const message = `The expression has ${source.length} characters; at most ${MAX_LENGTH} are allowed. Shorten it.`
      throw new Fault({ kind: 'limit', message, column: MAX_LENGTH + 1, length: source.length - MAX_LENGTH })
    }
    const parser = new Parser(tokenise(source))
    return { ok: true, expression: parser.whole(), spans: parser.spans }
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, problem: fault.problem }
    throw fault
  }
}

class Parser {
  readonly spans = new Map<Expression, Span>()
  private readonly sizes = new Map<Expression, number>()
  private position = 0
  private depth = 0

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    if (this.next().kind === 'end')
      this.fail(this.next(), 'The expression is empty. Write one of x, such as max(0, x).')
    const expression = this.sum()
    const rest = this.next()
    if (rest.kind === 'end') return expression
    if (isRelation(rest.text)) {
      this.fail(rest, `“${rest.text}” compares, and only the first argument of where(condition, a, b) may do that.`)
    }
    if (rest.text === ')') this.fail(rest, 'This “)” closes nothing. Remove it, or open it before with “(”.')
    if (rest.text === ',') this.fail(rest, 'A comma only separates arguments. Write decimals with a point: 0.5.')
    return this.fail(rest, `Something is missing before “${rest.text}”. A product is written with a star: 2 * x.`)
  }

  private sum(): Expression {
    const start = this.next()
    let left = this.product()
    for (let sign = this.next(); sign.text === '+' || sign.text === '-'; sign = this.next()) {
      this.position++
      const right = this.product()
      left = this.node({ kind: sign.text === '+' ? 'add' : 'subtract', left, right }, start)
    }
    return left
  }

  private product(): Expression {
    const start = this.next()
    let left = this.signed()
    for (let sign = this.next(); sign.text === '*' || sign.text === '/'; sign = this.next()) {
      this.position++
      const right = this.signed()
      left = this.node({ kind: sign.text === '*' ? 'multiply' : 'divide', left, right }, start)
    }
    return left
  }

  private signed(): Expression {
    const sign = this.next()
    if (sign.text !== '-' && sign.text !== '+') return this.power()
    this.position++
    return this.deeper(sign, () => {
      const number = this.next()
      const of = this.signed()
      if (sign.text === '+') return of
      // A number alone takes the sign; in −2^x the power comes first.
      const alone = of.kind === 'number' && number.kind === 'number'
      return this.node(alone ? { kind: 'number', value: 0 - of.value } : { kind: 'negate', of }, sign)
    })
  }

  private power(): Expression {
    const start = this.next()
    const left = this.operand()
    const sign = this.next()
    if (sign.text !== '^') return left
    this.position++
    const right = this.deeper(sign, () => this.signed())
    return this.node({ kind: 'power', left, right }, start)
  }

  private operand(): Expression {
    const token = this.next()
    if (token.kind === 'number') {
      this.position++
      return this.node({ kind: 'number', value: Number(token.text) }, token)
    }
    if (token.kind === 'name') return this.named(token)
    if (token.text !== '(') return this.fail(token, this.missing(token))
    this.position++
    const inside = this.deeper(token, () => this.sum())
    if (isRelation(this.next().text)) {
      this.fail(
        this.next(),
        'A comparison stands only as the first argument of where(condition, a, b), unparenthesised.',
      )
    }
    this.close(token)
    return inside
  }

  private named(token: Token): Expression {
    this.position++
    const name = token.text
    const called = this.next().text === '('
    if (name === 'x' || isConstant(name)) {
      if (called) this.fail(token, `${name} is not a function. For a product write ${name} * (…).`)
      return this.node(name === 'x' ? { kind: 'x' } : { kind: 'constant', name }, token)
    }
    if (name !== 'where' && !isFunctionName(name)) {
      throw new Fault({
        kind: 'name',
        message: `“${name}” is not known. ${adviceOn(name)}`,
        column: token.column,
        length: token.length,
      })
    }
    if (!called) this.fail(token, `${name} is a function: write its argument in parentheses, ${name}(…).`)
    const open = this.next()
    this.position++
    return this.deeper(open, () => {
      if (name === 'where') return this.where(token, open)
      const of = this.next().text === ')' ? [] : [this.sum()]
      while (of.length > 0 && this.next().text === ',') {
        this.position++
        of.push(this.sum())
      }
      this.close(open)
      const [least, most] = functionEntry(name).arguments
      if (of.length < least || of.length > most) {
        const wanted = least === most ? `${least}` : `${least} to ${most}`
        const message = `${name} takes ${wanted} argument${most === 1 ? '' : 's'}, and here ${of.length === 1 ? 'is' : 'are'} ${of.length}.`
        throw new Fault({ kind: 'syntax', message, ...this.spanFrom(token) })
      }
      return this.node({ kind: 'call', name, of }, token)
    })
  }

  private where(name: Token, open: Token): Expression {
    const left = this.sum()
    const sign = this.next()
    const relation = sign.text
    if (!isRelation(relation)) {
      return this.fail(sign, 'The first argument of where is a comparison with <, <=, > or >=: where(x > 0, x, 0).')
    }
    this.position++
    const condition: Condition = { relation, left, right: this.sum() }
    if (isRelation(this.next().text)) {
      this.fail(this.next(), 'A condition is one comparison. For 0 < x < 1 write where(x > 0, where(x < 1, a, b), b).')
    }
    const [met, otherwise] = [this.branch(), this.branch()]
    if (this.next().text === ',') this.fail(this.next(), 'where takes three arguments: a condition and two values.')
    this.close(open)
    return this.node({ kind: 'where', condition, met, otherwise }, name)
  }

  private branch(): Expression {
    if (this.next().text !== ',') {
      this.fail(this.next(), 'where takes three arguments, separated by commas: where(x > 0, x, 0).')
    }
    this.position++
    return this.sum()
  }

  private next(): Token {
    return this.tokens[this.position] as Token
  }

  private close(open: Token): void {
    const token = this.next()
    if (token.text === ')') {
      this.position++
      return
    }
    if (token.kind === 'end') this.fail(open, 'This “(” is not closed. Add “)” where it ends.')
    if (token.text === ',') this.fail(token, 'A comma only separates arguments. Write decimals with a point: 0.5.')
    this.fail(
      token,
      `“)” or a sign such as * is missing before “${token.text}”. A product is written with a star: 2 * x.`,
    )
  }

  private missing(token: Token): string {
    const before = this.tokens[this.position - 1]
    const after = before ? `after “${before.text}”` : 'at the start'
    const what = 'A number, x, a function or “(” must follow'
    if (token.kind === 'end') return `The expression ends ${after}. ${what}.`
    return before
      ? `“${token.text}” cannot stand ${after}. ${what} there.`
      : `An expression cannot start with “${token.text}”.`
  }

  private deeper<T>(token: Token, parse: () => T): T {
    this.depth++
    if (this.depth > MAX_DEPTH) {
      const message = `More than ${MAX_DEPTH} levels of parentheses, signs and powers are inside one another. Simplify.`
      throw new Fault({ kind: 'limit', message, column: token.column, length: token.length })
    }
    const result = parse()
    this.depth--
    return result
  }

  private node(expression: Expression, start: Token): Expression {
    const span = this.spanFrom(start)
    this.spans.set(expression, span)
    const size = this.sizeOf(expression)
    this.sizes.set(expression, size)
    if (size > MAX_NODES) {
      const message = `The expression has more than ${MAX_NODES} parts (${size} by here). Use fewer terms.`
      throw new Fault({ kind: 'limit', message, ...span })
    }
    return expression
  }

  private sizeOf(expression: Expression): number {
    const entry = expression.kind === 'call' ? functionEntry(expression.name) : { nodes: 1, copies: 1 }
    const sum = partsOf(expression).reduce((total, part) => total + (this.sizes.get(part) ?? 0), 0)
    return entry.nodes + entry.copies * sum
  }

  private spanFrom(start: Token): Span {
    const last = this.tokens[this.position - 1] ?? start
    return { column: start.column, length: Math.max(last.column + last.length - start.column, start.length) }
  }

  private fail(token: Token, message: string): never {
    throw new Fault({ kind: 'syntax', message, column: token.column, length: token.length })
  }
}
