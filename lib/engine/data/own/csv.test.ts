import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCsv } from './csv'

describe('what stands in the file', () => {
  test.each<[string, string, string[][]]>([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'separators within the names',
      '"width, in cm, of it";"b"\n1;2',
      [
        ['width, in cm, of it', 'b'],
        ['1', '2'],
      ],
    ],
    ['one column', 'a\n1\n2\n', [['a'], ['1'], ['2']]],
    [
      'Windows line ends',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'old Mac line ends',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a byte-order mark',
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'blanks',
      ' a , b\n 1 ,2 \n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes',
      '"a,b" , "say ""x"""\n"two\nlines",2',
      [
        ['a,b', 'say "x"'],
        ['two\nlines', '2'],
      ],
    ],
    [
      'empty fields',
      'a,b,\n,,',
      [
        ['a', 'b', ''],
        ['', '', ''],
      ],
    ],
    [
      'empty lines',
      '\n\na,b\n\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_title, text, records) => {
    expect(parseCsv(text).records).toEqual(records)
  })
})

test('lines are counted as an editor counts them', () => {
  expect(parseCsv('a,b\n\n"x\ny",1\r\n"z",2\n').lines).toEqual([1, 3, 5])
})

test.each([
  ['a,b\n1,"2\n3,4', /quote in line 2 is not closed/],
  ['a,b\n1,"2"3\n', /Line 2 goes on behind a closing quote/],
])('%j', (text, message) => {
  expect(() => parseCsv(text)).toThrow(message)
})

const field = fc.string({ unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '\r', ' ', 'é'), maxLength: 5 })

test('what was written with quotes is read back, whatever it holds', () => {
  const records = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  fc.assert(
    fc.property(records, fc.constantFrom('\n', '\r\n'), (rows, lineEnd) => {
      // A header that settles the separator, as the first line of a table does.
      const header = rows[0]?.map((_, i) => `c${i}`) ?? []
      const quoted = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
      expect(parseCsv([header.join(','), ...quoted].join(lineEnd)).records).toEqual([header, ...rows])
    }),
  )
})
