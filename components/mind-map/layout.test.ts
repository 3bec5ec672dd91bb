import { describe, expect, test } from 'vitest'
import { layoutMindMap, splitEvenly } from './layout'
import type { Box, Form, MapKind, MapNode, PlacedNode } from './map-data'
import { nodeAfterKey } from './map-keys'

const node = (id: string, kind: MapKind, children: MapNode[] = [], title = id): MapNode => ({
  ...{ id, kind, title, detail: '', href: `/${id}`, children },
  lesson: kind === 'lesson' ? { id, status: 'planned' } : null,
})
const many = (count: number, make: (index: number) => MapNode) =>
  Array.from({ length: count }, (_, index) => make(index))
const lessons = (chapter: string, count: number) =>
  many(count, (index) =>
    node(`${chapter}-${index}`, 'lesson', [], index % 3 === 0 ? 'A title that is rather long and breaks' : 'Short'),
  )

const course = node(
  'course',
  'course',
  many(10, (index) => node(`c${index}`, 'chapter', lessons(`c${index}`, 4 + (index % 5)))),
)
const small = node('course', 'course', [
  node('c0', 'chapter', [node('a', 'lesson', [node('a1', 'concept'), node('a2', 'concept')]), ...lessons('c0', 5)]),
])
const site = node('site', 'site', [
  node('one', 'course', [node('x', 'chapter', lessons('x', 13))]),
  node('challenges', 'group', [node('swap', 'page')]),
  node(
    'two',
    'course',
    many(10, (index) => node(`y${index}`, 'chapter', lessons(`y${index}`, 6))),
  ),
])

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe.each([
  ['a course of ten chapters', course],
  ['a course of one chapter with concepts', small],
  ['the site', site],
])('the map of %s', (_title, root) => {
  const sheet = layoutMindMap({ title: '', root, links: [] })

  test.each(['wide', 'narrow'] as const)('has no two nodes on top of each other, and all on the sheet: %s', (form) => {
    const boxes = sheet.nodes.filter(({ bead }) => !bead).map(({ id, boxes: at }) => ({ id, ...at[form] }))
    const hidden = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => overlap(a, b))
        .map((b) => [a.id, b.id]),
    )
    expect(hidden).toEqual([])
    const { width, height } = sheet.sizes[form]
    expect(
      boxes.filter((box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height),
    ).toEqual([])
  })

  test.each(['wide', 'narrow'] as const)('keeps beads inside their chapter: %s', (form) => {
    for (const bead of sheet.nodes.filter((one) => one.bead)) {
      const around = sheet.nodes.find(({ id }) => id === bead.parent)?.boxes[form]
      const box = bead.boxes[form]
      expect(around && box.x >= around.x && box.x + box.width <= around.x + around.width + 1).toBe(true)
      expect(around && box.y >= around.y && box.y + box.height <= around.y + around.height).toBe(true)
    }
  })

  test('is the same each time', () => {
    expect(layoutMindMap({ title: '', root, links: [] })).toEqual(sheet)
  })

  test.each(['wide', 'narrow'] as const)('leads by arrow keys to every node and back to the hub: %s', (form) => {
    expect(reachable(sheet.nodes, form).size).toBe(sheet.nodes.length)
    for (const { id } of sheet.nodes) expect(nodeAfterKey(sheet.nodes, id, 'Home', form)?.id).toBe(sheet.nodes[0]?.id)
  })
})

/** Every node that arrow keys lead to from the first. */
function reachable(nodes: readonly PlacedNode[], form: Form): Set<string> {
  const found = new Set(nodes.slice(0, 1).map(({ id }) => id))
  for (const id of found) {
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const) {
      const next = nodeAfterKey(nodes, id, key, form)
      if (next !== null) found.add(next.id)
    }
  }
  return found
}

test('the narrow sheet is as wide as a phone', () => {
  expect(layoutMindMap({ title: '', root: course, links: [] }).sizes.narrow.width).toBeLessThanOrEqual(360)
})

test('outwards on one side is inwards on the other', () => {
  const { nodes } = layoutMindMap({ title: '', root: course, links: [] })
  const [left, right] = (['left', 'right'] as const).map((side) => nodes.find((one) => one.side === side))
  expect(left && nodeAfterKey(nodes, left.id, 'ArrowRight', 'wide')?.id).toBe('course')
  expect(left && nodeAfterKey(nodes, left.id, 'ArrowLeft', 'wide')?.parent).toBe(left?.id)
  expect(right && nodeAfterKey(nodes, right.id, 'ArrowLeft', 'wide')?.id).toBe('course')
  expect(right && nodeAfterKey(nodes, right.id, 'ArrowRight', 'wide')?.parent).toBe(right?.id)
})

test('links to what is not on the map are left out', () => {
  const links = [
    { from: 'c0', to: 'c1', kind: 'shares' as const },
    { from: 'c0', to: 'elsewhere', kind: 'shares' as const },
  ]
  expect(layoutMindMap({ title: '', root: course, links }).links).toEqual(links.slice(0, 1))
})

test.each([
  [
    [10, 10, 10, 10],
    [true, true, false, false],
  ],
  [
    [10, 10, 90],
    [true, true, false],
  ],
  [
    [10, 90, 10],
    [false, true, false],
  ],
  [[50], [false]],
])('heights %o are shared between left and right as %o', (heights, left) => {
  const sides = splitEvenly(heights)
  const total = (on: boolean) => heights.reduce((sum, height, index) => sum + (sides[index] === on ? height : 0), 0)
  const wanted = heights.reduce((sum, height, index) => sum + (left[index] ? height : 0), 0)
  const rest = heights.reduce((sum, height) => sum + height, 0) - wanted
  expect(Math.max(total(true), total(false))).toBe(Math.max(wanted, rest))
})
