import { beforeAll, describe, expect, test } from 'vitest'
import { eventSchema } from '@/lib/events/event'
import { foldSchedules } from '@/lib/review/fold'
import { buildQueue } from '@/lib/review/queue'
import { Diary, type Scenario, type StudyMaterial } from './diary'
import { finished } from './finished'
import { fresh } from './fresh'
import { midway } from './midway'
import { loadStudyMaterial } from './study-material'

const NOW = Date.UTC(2026, 6, 3, 9, 30)
const ZONE = 'Europe/Zurich'

let material: StudyMaterial
beforeAll(async () => {
  material = await loadStudyMaterial(() => 0)
})

/** `00000000-0000-4000-8000-000000000001` and so on. */
function counter() {
  let count = 0
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
}

function study(scenario: Scenario) {
  const events = scenario.events(material, NOW, new Diary(counter(), ZONE))
  const cards = material.cards.map(({ id }) => id)
  return { events, queue: buildQueue(cards, foldSchedules(events), NOW, ZONE), cards }
}

test('seed fresh: an account that has done nothing', () => {
  expect(study(fresh).events).toEqual([])
})

test('seed midway: twelve cards are due, and no others', () => {
  const { queue, cards } = study(midway)
  expect(queue.due.toSorted()).toEqual(cards.slice(0, 12).toSorted())
  expect(queue.laterToday).toEqual([])
  expect(queue.fresh).toEqual(cards.slice(12))
})

test('seed finished: every card is known and nothing is due today', () => {
  const { queue, events } = study(finished)
  expect(queue).toEqual({ due: [], fresh: [], laterToday: [] })
  const answered = events.filter(({ kind }) => kind === 'question-answered')
  expect(answered).toHaveLength(material.questions.length)
})

describe.each([fresh, midway, finished])('seed $name', (scenario) => {
  test('every event is one that a browser could have sent, and none lies in the future', () => {
    for (const event of study(scenario).events) {
      expect(eventSchema.parse(event)).toEqual(event)
      expect(Date.parse(event.occurredAt)).toBeLessThanOrEqual(NOW)
    }
  })
})
