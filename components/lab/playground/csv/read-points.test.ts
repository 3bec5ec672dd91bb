import { describe, expect, test } from 'vitest'
import { MOST_ROWS, readPoints } from './read-points'

const FIRST = { x: '', y: '', label: '' }
const IRIS = 'length,width,kind\n1,10,a\n2,20,b\n3,30,a\n4,40,b\n5,50,a\n6,60,b\n7,70,a\n'

function read(text: string, columns = FIRST) {
  const reading = readPoints(text, columns)
  if (!reading.ok) throw new Error(reading.problem)
  return reading.read
}
const problemOf = (text: string, columns = FIRST) => {
  const reading = readPoints(text, columns)
  return reading.ok ? null : reading.problem
}

test('the first two columns and the last are taken, each spread over the square', () => {
  const { axes, classes, points, rows, label } = read(IRIS)
  expect(axes).toEqual([
    { name: 'length', centre: 4, scale: 3 },
    { name: 'width', centre: 40, scale: 30 },
  ])
  expect([label, classes, rows]).toEqual(['kind', ['a', 'b'], 7])
  expect(points[0]).toEqual([-1, -1, 0])
  expect(points[6]).toEqual([1, 1, 0])
  expect(points[1]?.[2]).toBe(1)
})

test('other columns can be named, by how they begin', () => {
  const text = 'id,a long name,b,species\n1,5,1,x\n2,6,2,y\n3,7,3,x\n4,8,4,y\n5,9,5,x\n6,10,6,y\n'
  const { axes, label } = read(text, { x: 'b', y: 'a long', label: 'species' })
  expect([axes[0].name, axes[1].name, label]).toEqual(['b', 'a long name', 'species'])
})

describe('refused, with the line', () => {
  test.each([
    ['a missing value', IRIS.replace('3,30', '3,'), "Line 4, column 'width': the value is missing"],
    ['a word for a number', IRIS.replace('6,60', 'six,60'), "Line 7, column 'length': 'six' is not a number"],
    ['a missing class', IRIS.replace('4,40,b', '4,40,'), 'Line 5: the class is missing'],
    ['a value too few', IRIS.replace('5,50,a', '5,50'), 'Line 6'],
    ['one class', IRIS.replaceAll(',b', ',a'), 'The column “kind” has one class only, “a”'],
    ['too few rows', 'x,y,kind\n1,2,a\n2,3,b\n', 'The file has 2 rows of data; give at least 6.'],
    ['too few columns', 'x,kind\n1,a\n', 'needs three columns'],
    ['nothing', '', 'needs three columns'],
    ['an open quote', `${IRIS}"8,80,a\n`, 'The quote in line 9 is not closed'],
  ])('%s', (_, text, sentence) => {
    expect(problemOf(text)).toContain(sentence)
  })

  test('a fault behind many rows', () => {
    const rows = Array.from({ length: 50_001 }, (_, i) => `${i},${i % 7},${i % 2 === 0 ? 'a' : 'b'}`)
    rows[50_000] = '1,,a'
    expect(problemOf(`x,y,kind\n${rows.join('\n')}`)).toContain("Line 50002, column 'y': the value is missing")
    rows[50_000] = '1,2,a'
    rows[31_999] = 'oops,2,a'
    expect(problemOf(`x,y,kind\n${rows.join('\n')}`)).toContain("Line 32001, column 'x'")
  })

  test('a column of numbers taken for the class, and one column twice', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},${i},${i}`)
    expect(problemOf(`x,y,z\n${rows.join('\n')}`)).toContain('The column “z” has 20 different values')
    expect(problemOf(IRIS, { x: 'length', y: 'length', label: '' })).toBe('Choose three different columns.')
  })
})

test('of a million rows some are taken, evenly', () => {
  const rows = Array.from({ length: 1_000_000 }, (_, i) => `${i},${(i * 7) % 1000},${i % 2 === 0 ? 'a' : 'b'}`)
  const { points, rows: count } = read(`x,y,kind\n${rows.join('\n')}`)
  expect(count).toBe(1_000_000)
  expect(points).toHaveLength(MOST_ROWS)
  expect(points[0]?.[0]).toBeCloseTo(-1, 2)
  expect(points.at(-1)?.[0]).toBeCloseTo(1, 2)
})
