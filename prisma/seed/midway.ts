import { DAY, MINUTE, type Scenario } from './diary'

export const CARDS_DUE = 12

/**
 * Somebody who read the lesson ten days ago, learned twelve of its cards, came back once,
 * had forgotten four, and then stayed away: those twelve are due. Half of the quiz is answered, once wrongly.
 */
export const midway: Scenario = {
  name: 'midway',
  title: 'Robin Midway',
  events: ({ lesson, cards, questions, run }, now, diary) => {
    const first = now - 10 * DAY
    const learned = cards.slice(0, CARDS_DUE)
    const half = questions.slice(0, Math.ceil(questions.length / 2))
    return [
      diary.opened(lesson, first),
      diary.ran(run, first + 10 * MINUTE),
      ...learned.map((card, index) => diary.reviewed(card, 'good', first + 20 * MINUTE + index * 8_000)),
      // Ten minutes later the second step of learning: from now on they are spaced by days.
      ...learned.map((card, index) => diary.reviewed(card, 'good', first + 35 * MINUTE + index * 8_000)),
      ...learned.slice(0, 4).map((card, index) => diary.reviewed(card, 'again', first + 4 * DAY + index * 8_000)),
      ...half.map((question, index) =>
        diary.answered(question, index === 1 ? question.wrong : question.right, first + 4 * DAY + (5 + index) * MINUTE),
      ),
    ]
  },
}
