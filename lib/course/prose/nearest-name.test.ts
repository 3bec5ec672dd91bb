import { expect, test } from 'vitest'
import { nearestName, suggestName } from './nearest-name'

test.each([
  ['Polt', ['Plot', 'Card', 'Claim'], 'Plot'],
  ['captoin', ['caption', 'of', 'from'], 'caption'],
  ['leaky', ['relu', 'elu', 'leaky-relu'], 'leaky-relu'],
  ['xylophone', ['of', 'id'], null],
  ['anything', [], null],
])('%s is nearest to %s', (wanted, known, expected) => {
  expect(nearestName(wanted, known)).toBe(expected)
})

test('where nothing is near, everything there is gets listed', () => {
  expect(suggestName('xylophone', ['of', 'id'])).toBe(' Known here: of, id.')
  expect(suggestName('x', [])).toBe('')
})
