import { expect, test } from 'vitest'
import { itemId, lessonIdOf, localIdOf, parseNumberedFolder } from './ids'

test('an item’s id names its lesson, and a lesson’s id itself', () => {
  const id = itemId('relu', 'q-dead')
  expect([id, lessonIdOf(id), localIdOf(id)]).toEqual(['relu.q-dead', 'relu', 'q-dead'])
  expect([lessonIdOf('relu'), localIdOf('relu')]).toEqual(['relu', null])
})

test.each([
  ['03-relu-and-dead-units', { order: 3, slug: 'relu-and-dead-units' }],
  ['10-choosing', { order: 10, slug: 'choosing' }],
  ['3-relu', null],
  ['relu', null],
  ['03-ReLU', null],
  ['03-', null],
])('folder %s', (name, parsed) => {
  expect(parseNumberedFolder(name)).toEqual(parsed)
})
