import { OwnDataError } from '../../errors'

/** Rows of text as they stand in a file, and the line each begins in, counted from 1. */
export interface Csv {
  records: string[][]
  lines: number[]
}

const SEPARATORS = [',', ';', '\t']

/**
 * CSV as RFC 4180 has it: a field in double quotes may hold separators, line ends and doubled quotes. The separator is
 * the one of comma, semicolon and tab that is most frequent in the first line, quoted fields aside. Empty lines are left
 * out, and so are a byte-order mark and blanks around a field that is not quoted.
 * @throws OwnDataError where a quote is not closed.
 */
export function parseCsv(text: string): Csv {
  const csv: Csv = { records: [], lines: [] }
  const separator = separatorOf(text)
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  while (at < text.length) {
    const record: string[] = []
    const first = line
    let isEnd = false
    while (!isEnd) {
      const field = readField(text, at, separator, line)
      record.push(field.value)
      at = field.end
      line += field.lineEnds
      isEnd = text[at] !== separator
      if (!isEnd) at++
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
    if (record.length === 1 && record[0] === '') continue
    csv.records.push(record)
    csv.lines.push(first)
  }
  return csv
}

function separatorOf(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = SEPARATORS.map((separator) => header.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

interface Field {
  value: string
  /** Where the field ends: at a separator, a line end or the end of the text. */
  end: number
  /** Line ends within it. */
  lineEnds: number
}

function readField(text: string, start: number, separator: string, line: number): Field {
  let at = start
  while (text[at] === ' ') at++
  if (text[at] === '"') return readQuoted(text, at + 1, separator, line)
  at = start
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return { value: text.slice(start, at).trim(), end: at, lineEnds: 0 }
}

function readQuoted(text: string, start: number, separator: string, line: number): Field {
  let value = ''
  let from = start
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) throw new OwnDataError(['text'], `The quote in line ${line} is not closed; close it or remove it.`)
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      let end = quote + 1
      while (text[end] === ' ') end++
      if (end < text.length && !['\n', '\r', separator].includes(text[end] as string)) {
        throw new OwnDataError(
          ['text'],
          `Line ${line} goes on behind a closing quote; write a quote within a quoted field twice.`,
        )
      }
      return { value, end, lineEnds: value.split('\n').length - 1 }
    }
    value += '"'
    from = quote + 2
  }
}
