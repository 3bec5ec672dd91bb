import { DAY, MINUTE, type Scenario } from './diary'

/** Somebody who came back every few days until today: every card known, every question right, nothing due. */
export const finished: Scenario = {
  name: 'finished',
  title: 'Robin Finished',
  events: ({ lesson, cards, questions, run }, now, diary) => {
    const first = now - 30 * DAY
    const reviewDays = [0, 2, 8, 29.9]
    return [
      diary.opened(lesson, first),
      diary.ran(run, first + 10 * MINUTE),
      ...questions.map((question, index) => diary.answered(question, question.right, first + (30 + index) * MINUTE)),
      ...cards.map((card, index) => diary.reviewed(card, 'good', first + 5 * MINUTE + index * 8_000)),
      ...reviewDays.flatMap((day) =>
        cards.map((card, index) => diary.reviewed(card, 'good', first + day * DAY + 20 * MINUTE + index * 8_000)),
      ),
    ]
  },
}
