/** Stands in for `@/lib/course/questions` in tests of routes: one lesson, one question, easily found secrets. */
const options = ['a', 'b'].map((id) => ({
  id,
  html: id,
  correct: id === 'a',
  feedbackHtml: `<p>secret feedback ${id}</p>`,
}))
const question = {
  id: 'relu.q-dead',
  version: 'v1',
  kind: 'single',
  promptHtml: '',
  options,
  explanationHtml: '<p>secret explanation</p>',
}

export function loadQuestions(lessonId: string) {
  return lessonId === 'relu' ? [question] : []
}

export function findQuestion(id: string) {
  return id === question.id ? question : null
}
