import { expect, test } from 'vitest'
import { findReminder, keepPlace, keepVersion } from './reading-memory'

function memory(): () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  return () => storage
}

const opened = {
  lessonId: 'relu',
  here: 'playful',
  versions: [
    { name: 'playful', title: 'Playful', href: '/relu' },
    { name: 'plain', title: 'Plain', href: '/relu/v/plain' },
  ],
  sections: [
    { anchor: 'definition', title: 'Definition' },
    { anchor: 'cost', title: 'What it costs' },
  ],
}

test('whoever comes for the first time is reminded of nothing', () => {
  expect(findReminder(memory(), opened)).toBeNull()
})

test.each([
  ['the place, in the version that is open', { place: 'cost' }, { text: 'Continue at “What it costs”', href: '#cost' }],
  [
    'the version that was chosen',
    { version: 'plain' },
    { text: 'Read the plain version, as last time', href: '/relu/v/plain' },
  ],
  ['both', { place: 'cost', version: 'plain' }, { text: 'Continue in the plain version', href: '/relu/v/plain#cost' }],
  ['nothing new in the version that is open', { version: 'playful' }, null],
  ['nothing of a section that an edit removed', { place: 'gone' }, null],
  ['nothing of a version that this lesson has not', { version: 'in-verse' }, null],
])(
  'a reader who comes back is reminded of %s',
  (_title, { place, version }: { place?: string; version?: string }, reminder) => {
    const storage = memory()
    if (place !== undefined) keepPlace(storage, 'relu', place)
    if (version !== undefined) keepVersion(storage, version)
    expect(findReminder(storage, opened)).toEqual(reminder)
  },
)

test('a lesson read to its end is not continued, and no other lesson’s place is touched', () => {
  const storage = memory()
  keepPlace(storage, 'relu', 'cost')
  keepPlace(storage, 'gelu', 'cost')
  keepPlace(storage, 'relu', null)
  expect(findReminder(storage, opened)).toBeNull()
  expect(findReminder(storage, { ...opened, lessonId: 'gelu' })).not.toBeNull()
})

test('where storage is blocked, nothing is remembered and nothing fails', () => {
  const blocked = () => {
    throw new Error('SecurityError')
  }
  keepVersion(blocked, 'plain')
  keepPlace(blocked, 'relu', 'cost')
  expect(findReminder(blocked, opened)).toBeNull()
})
