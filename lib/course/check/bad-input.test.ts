/**
 * Every kind of fault that `npm run check:content` promises to find, planted in a whole tree, and where it is reported:
 * file, key, beginning of the message. One fault is one line, however much rests on what is broken.
 */
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeProblem } from '@/lib/course/files/content-error'
import { checkContent } from './check-content'
import { LESSON, plantTree } from './testing/planted-tree'

const problemsOf = (root: string) => checkContent(root).problems.map(describeProblem)
const at = (name: string) => `${LESSON}/${name}`
const CURRICULUM = '../docs/curriculum.md'
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to)
const append = (more: string) => (text: string) => text + more

type Planted = [string, Record<string, ((text: string) => string) | null>, string]

const schema: Planted[] = [
  ['a value of the wrong type', { [at('lesson.yaml')]: swap('minutes: 2', 'minutes: two') }, 'lesson.yaml: minutes: '],
  [
    'a key written twice',
    { [at('lesson.yaml')]: append('minutes: 3\n') },
    'lesson.yaml: line 11, column 1: is not valid YAML: Map keys must be unique',
  ],
  ['too few objectives', { [at('lesson.yaml')]: swap(', Say what it costs.', '') }, 'lesson.yaml: objectives: '],
  [
    'a recipe of no kind there is',
    { [at('experiments/tiny.yaml')]: swap('kind: moons', 'kind: moon') },
    'experiments/tiny.yaml: spec.data',
  ],
]

const keys: Planted[] = [
  [
    'two questions with one id',
    { [at('quiz.yaml')]: (text) => text + text.replace('questions:\n', '') },
    'quiz.yaml: questions[1].id: "q-what" is already the id of questions[0].',
  ],
  [
    'two options with one id',
    { [at('quiz.yaml')]: swap('id: one,', 'id: zero,') },
    'quiz.yaml: questions[0].options[1].id: "zero" is already the id of questions[0].options[0].',
  ],
  [
    'two sources with one id',
    { [at('lesson.yaml')]: (text) => text + text.slice(text.indexOf('  - { id: he-2015')) },
    'lesson.yaml: sources[1].id: "he-2015" is already the id of sources[0].',
  ],
]

const links: Planted[] = [
  [
    'a link to another lesson’s missing section',
    { [at('lesson.mdx')]: swap('(#what-it-does)', '(/courses/demo/bends/relu#what-it-doess)') },
    'lesson.mdx: 9:113: no heading of "/courses/demo/bends/relu" has the anchor "what-it-doess". Did you mean "what-it-does"?',
  ],
  [
    'a link by reference',
    { [at('lesson.mdx')]: append('\nSee [there].\n\n[there]: /courses/demo/bend\n') },
    'lesson.mdx: 26:1: no page of this site is at "/courses/demo/bend".',
  ],
  [
    'a link over plain http',
    { [at('lesson.mdx')]: append('\nSee [there](http://example.org).\n') },
    'lesson.mdx: 24:5: "http://example.org" is no https address',
  ],
  [
    'a dead link on a card',
    { [at('cards.yaml')]: swap('front: What does it do?', 'front: "[What](/courses/demo/bends/rellu)?"') },
    'cards.yaml: cards[0].front: no page of this site is at "/courses/demo/bends/rellu". Did you mean "/courses/demo/bends/relu"?',
  ],
  [
    'an anchor on a card, which is no page',
    { [at('cards.yaml')]: swap('back: One comparison.', 'back: "[One](#what-it-costs)."') },
    'cards.yaml: cards[1].back: "#what-it-costs" is no https address',
  ],
  [
    'a dead link in what is said to an answer',
    { [at('quiz.yaml')]: swap('feedback: No.', 'feedback: "[No](/nowhere)."') },
    'quiz.yaml: questions[0].options[1].feedback: no page of this site is at "/nowhere".',
  ],
]

const pictures: Planted[] = [
  [
    'a picture without alternative text',
    { '../public/kink.svg': () => '<svg/>', [at('lesson.mdx')]: append('\n![](/kink.svg)\n') },
    'lesson.mdx: 24:1: the picture "/kink.svg" has no alternative text. Say between the brackets what it shows: ![what it shows](/kink.svg).',
  ],
  [
    'a picture on a card without alternative text',
    {
      '../public/kink.svg': () => '<svg/>',
      [at('cards.yaml')]: swap('back: One comparison.', 'back: "![ ](/kink.svg)"'),
    },
    'cards.yaml: cards[1].back: the picture "/kink.svg" has no alternative text.',
  ],
  [
    'a picture that is not there',
    { [at('lesson.mdx')]: append('\n![A kink.](/kink.svg)\n') },
    'lesson.mdx: 24:1: there is no picture at public/kink.svg.',
  ],
  [
    'a picture from elsewhere',
    { [at('lesson.mdx')]: append('\n![A kink.](https://example.org/kink.svg)\n') },
    'lesson.mdx: 24:1: the picture "https://example.org/kink.svg" is not on this site.',
  ],
  [
    'a plot without a caption',
    { [at('lesson.mdx')]: swap(' caption="ReLU and its slope."', '') },
    'lesson.mdx: 7:1: <Plot> needs the prop "caption"',
  ],
]

const items: Planted[] = [
  [
    'a card without a source passage',
    { [at('cards.yaml')]: swap('    passage: what-it-does\n', '') },
    'cards.yaml: cards[0].passage: is missing',
  ],
  [
    'a question from a passage that is not there',
    { [at('quiz.yaml')]: swap('passage: what-it-does', 'passage: what-it-did') },
    'quiz.yaml: questions[0].passage: lesson.mdx has no heading with the anchor "what-it-did". Did you mean "what-it-does"?',
  ],
  [
    'a question with two right answers, of which one may be chosen',
    { [at('quiz.yaml')]: swap('text: one,', 'text: one, correct: true,') },
    'quiz.yaml: questions[0].options: a single-choice question has exactly one correct option; here are 2.',
  ],
  [
    'a question of several answers without a right one',
    { [at('quiz.yaml')]: (text) => text.replace('single', 'multiple').replace(' correct: true,', '') },
    'quiz.yaml: questions[0].options: no option is correct.',
  ],
]

const lengths: Planted[] = [
  [
    'fewer minutes than reading and running take',
    { [at('lesson.yaml')]: swap('minutes: 2', 'minutes: 1') },
    'lesson.yaml: minutes: 1 does not fit the text: reading takes 1, and 1 experiment is to be run. Say 2 to 4.',
  ],
  [
    'more minutes than anybody needs',
    { [at('lesson.yaml')]: swap('minutes: 2', 'minutes: 9') },
    'lesson.yaml: minutes: 9 does not fit the text',
  ],
  [
    'a section in officialese',
    {
      [at('lesson.mdx')]: append(
        `\n${'Considerable institutional interdependencies necessitate comprehensive reconsideration. '.repeat(12)}\n`,
      ),
    },
    'lesson.mdx: 18:1: the section "what-it-costs" is hard to read: its LIX is 106, and 55 is the most.',
  ],
  [
    'a sentence without end',
    { [at('lesson.mdx')]: append(`\n${'It is. '.repeat(9)}It is ${'so and '.repeat(35)} so.\n`) },
    'lesson.mdx: 24:1: the sentence "It is so and so and …" has 73 words, and 70 are the most.',
  ],
]

const snippets: Planted[] = [
  [
    'a block of Python without a title',
    { [at('lesson.mdx')]: append('\n```python\nx = 1\n```\n') },
    'lesson.mdx: 24:1: this block of Python has no title.',
  ],
  [
    'a block of Python that says its language and not what it does',
    { [at('lesson.mdx')]: append('\n```python title="PyTorch"\nx = 1\n```\n') },
    'lesson.mdx: 24:1: this block of Python has the title "PyTorch".',
  ],
  [
    'a block of Python in no language of ours',
    { [at('lesson.mdx')]: append('\n```python title="Pytorch · x"\nx = 1\n```\n') },
    'lesson.mdx: 24:1: this block of Python has the title "Pytorch · x".',
  ],
]

/** Another recipe of the lesson, and a claim of the first that compares the two. */
const beside = (text: string) => (tiny: string) => {
  const compared = text === '' ? '{ experiment: other }' : text
  return tiny.replace('atLeast: 0 }', `atLeast: 0, comparedTo: ${compared} }`)
}
const OTHER = `title: Another
spec:
  version: 1
  data: { kind: moons, samples: 40, noise: 0.1, seed: 1, validation: 0.25 }
  model: [{ layer: linear, units: 2 }]
  loss: { kind: softmax-cross-entropy }
  optimizer: { kind: sgd, learningRate: 0.1 }
  batch: 10
  epochs: 1
  seeds: [0]
`
const withOther = (compared: string, other = OTHER) => ({
  [at('experiments/tiny.yaml')]: beside(compared),
  [at('experiments/other.yaml')]: () => other,
  'ids.lock': swap('experiment relu.tiny', 'experiment relu.other\nexperiment relu.tiny'),
})

const comparisons: Planted[] = [
  [
    'a claim that compares with an experiment that is not there',
    withOther('{ experiment: othr }'),
    'experiments/tiny.yaml: claims[0].comparedTo: the lesson has no experiment "othr". Did you mean "other"?',
  ],
  [
    'a claim that compares an experiment with itself',
    withOther('{ experiment: tiny }'),
    'experiments/tiny.yaml: claims[0].comparedTo: "tiny" is this experiment itself. Leave "experiment" out.',
  ],
  [
    'a comparison of runs whose seeds differ',
    withOther('', OTHER.replace('[0]', '[1]')),
    'experiments/tiny.yaml: claims[0].comparedTo: "other" is not trained with seed 0, and runs of one seed are compared.',
  ],
  [
    'a comparison after the other run is over',
    withOther('{ experiment: other, atStep: 4 }'),
    'experiments/tiny.yaml: claims[0].comparedTo: Claim \'learns\', of "other", reads at step 4, but the run has 3 steps; name one of them.',
  ],
  [
    'a comparison with what the other does not measure',
    withOther('{ experiment: other, probe: gradient-norm, layer: 0 }'),
    "experiments/tiny.yaml: claims[0].comparedTo: Claim 'learns', of \"other\", reads the probe gradient-norm; add it to the spec's probes.",
  ],
]

const numbers: Planted[] = [
  [
    'a fact of the engine, written by hand',
    { [at('lesson.mdx')]: swap('<Value of="relu.secondMomentUnderNormal" digits={3} />', '0.4') },
    'lesson.mdx: 10:62: the number 0.4 has nothing behind it: use <Value>',
  ],
  [
    'a number that the claim around it does not check',
    { [at('lesson.mdx')]: swap('it learns', 'it learns 90 %') },
    'lesson.mdx: 9:100: 90 % is not what the claim "tiny.learns" checks (0).',
  ],
]

describe.each([
  ['schema', schema],
  ['unique keys', keys],
  ['links and anchors', links],
  ['pictures', pictures],
  ['cards and questions', items],
  ['length and readability', lengths],
  ['snippets', snippets],
  ['comparisons of two experiments', comparisons],
  ['numbers', numbers],
])('%s', (_kind, planted) => {
  test.each(planted)('planted: %s', (_title, changes, line) => {
    const start = `content/${LESSON}/${line}`
    expect(problemsOf(plantTree(changes)).map((found) => found.slice(0, start.length))).toEqual([start])
  })
})

test.each<Planted>([
  ['a curriculum that is not there', { [CURRICULUM]: null }, 'docs/curriculum.md: is missing.'],
  [
    'a lesson without a table',
    { [CURRICULUM]: () => '# Curriculum\n' },
    'docs/curriculum.md: relu: the lesson has no table here.',
  ],
  [
    'an objective without a row',
    { [CURRICULUM]: swap(/\| Say what it costs.*\n/, '') },
    'docs/curriculum.md: relu.objectives[1]: "Say what it costs." has no row.',
  ],
  [
    'an objective with two rows',
    { [CURRICULUM]: append('| Say what it costs. | `#what-it-costs` | `cost` | `q-what` | `tiny` |\n') },
    'docs/curriculum.md: relu.objectives[1]: "Say what it costs." has more than one row.',
  ],
  [
    'a row for no objective',
    { [CURRICULUM]: append('| Say why. | `#what-it-costs` | `cost` | `q-what` | `tiny` |\n') },
    'docs/curriculum.md: relu (line 9): "Say why." is no objective of the lesson.',
  ],
  [
    'an objective without an experiment',
    { [CURRICULUM]: swap('`q-what` | `tiny` |\n| Say what it costs', '`q-what` | |\n| Say what it costs') },
    'docs/curriculum.md: relu.objectives[0]: "Say what it does." has no experiment.',
  ],
  [
    'a section that is not there',
    { [CURRICULUM]: swap('`#what-it-costs`', '`#what-it-cost`') },
    'docs/curriculum.md: relu.objectives[1]: "Say what it costs." names what is not there: lesson.mdx has no heading with the anchor "what-it-cost". Did you mean "what-it-costs"?',
  ],
  [
    'a card that is not there',
    { [CURRICULUM]: swap('`cost`', '`price`') },
    'docs/curriculum.md: relu.objectives[1]: "Say what it costs." names what is not there: cards.yaml has no card "price".',
  ],
  [
    'a question that is not there',
    { [CURRICULUM]: swap('`q-what`', '`q-whit`') },
    'docs/curriculum.md: relu.objectives[0]: "Say what it does." names what is not there: quiz.yaml has no question "q-whit".',
  ],
  [
    'an experiment that is not there',
    { [CURRICULUM]: swap('`tiny`', '`tinny`') },
    'docs/curriculum.md: relu.objectives[0]: "Say what it does." names what is not there: experiments/ has no recipe "tinny".',
  ],
  [
    'other columns',
    { [CURRICULUM]: append('\n## relu\n\n| objective | card |\n| --- | --- |\n| x | `cost` |\n') },
    'docs/curriculum.md: 12:1: the columns are objective, card; they must be objective, section, cards, questions, experiments.',
  ],
  [
    'a lesson of which there is none',
    { [CURRICULUM]: append('\n## rellu\n') },
    'docs/curriculum.md: 10:1: there is no published lesson "rellu". Did you mean "relu"?',
  ],
  [
    'a lesson that is only planned',
    { [CURRICULUM]: append('\n## later\n') },
    'docs/curriculum.md: 10:1: there is no published lesson "later".',
  ],
])('the curriculum, planted: %s', (_title, changes, start) => {
  expect(problemsOf(plantTree(changes)).map((found) => found.slice(0, start.length))).toContain(start)
})

test.each<Planted>([
  [
    'two courses',
    { 'other/course.yaml': () => 'id: demo\ntitle: Another\nsummary: A course with somebody else’s id.\n' },
    'content/other/course.yaml: id: "demo" is also the id of the course in content/demo/course.yaml.',
  ],
  [
    'two chapters',
    { 'demo/02-others/chapter.yaml': () => 'id: bends\ntitle: Others\nsummary: A chapter with somebody else’s id.\n' },
    'content/demo/02-others/chapter.yaml: id: "bends" is also the id of the chapter in content/demo/01-bends/chapter.yaml.',
  ],
])('one id for %s', (_title, changes, start) => {
  expect(problemsOf(plantTree(changes)).map((found) => found.slice(0, start.length))).toEqual([start])
})

test('a claim that compares two experiments of the lesson is no fault', () => {
  expect(problemsOf(plantTree(withOther('')))).toEqual([])
})

test('an id that vanished is reported beside whatever else is wrong, and not for what cannot be read', () => {
  const gone = { 'ids.lock': append('card relu.gone\nquestion relu.gone\nlesson gone\n') }
  const found = problemsOf(plantTree({ ...gone, [at('quiz.yaml')]: swap('kind: single', 'kind: singel') }))
  expect(found.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
    `content/${LESSON}/quiz.yaml: questions[0].kind`,
    'content/ids.lock: card relu.gone',
    'content/ids.lock: lesson gone',
  ])
})

test('an unreadable lesson.yaml is one line: nothing that points at the lesson is blamed for it', () => {
  const again = { 'demo/01-bends/03-again/lesson.yaml': () => 'sameAs: relu\n' }
  const found = problemsOf(plantTree({ ...again, [at('lesson.yaml')]: swap('minutes: 2', 'minutes: two') }))
  expect(found.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
    `content/${LESSON}/lesson.yaml: minutes`,
  ])
})

test('ids are independent of folder numbers: with every folder renumbered, they are the same and nothing is amiss', () => {
  const root = plantTree()
  const before = checkContent(root)
  for (const [from, to] of [
    [LESSON, 'demo/01-bends/17-relu'],
    ['demo/01-bends/02-later', 'demo/01-bends/05-later'],
    ['demo/01-bends', 'demo/08-bends'],
  ] as const) {
    renameSync(join(root, from), join(root, to))
  }
  const after = checkContent(root)
  expect(after.problems).toEqual([])
  expect(after.ids.current).toEqual(before.ids.current)
})
