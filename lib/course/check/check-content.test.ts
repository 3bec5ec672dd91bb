import { expect, test } from 'vitest'
import { describeProblem } from '@/lib/course/files/content-error'
import { checkContent } from './check-content'
import { LESSON, plantTree } from './testing/planted-tree'

const problemsOf = (root: string) => checkContent(root).problems.map(describeProblem)

test('a tree without faults is reported without faults', () => {
  expect(problemsOf(plantTree())).toEqual([])
})

const yaml = (name: string) => `${LESSON}/${name}`
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to)

/** What is planted, where, and the start of the one line that must report it. */
const planted: [string, Record<string, ((text: string) => string) | null>, string][] = [
  [
    'YAML that does not parse names the line',
    { [yaml('cards.yaml')]: swap('front: What does it do?', 'front: "What') },
    `content/${LESSON}/cards.yaml: line`,
  ],
  [
    'an empty side of a card',
    { [yaml('cards.yaml')]: swap('back: One comparison.', "back: ''") },
    `content/${LESSON}/cards.yaml: cards[1].back: must not be empty (line 6)`,
  ],
  [
    'a misspelt key is named with the nearest',
    { [yaml('cards.yaml')]: swap('    front: What does it do?', '    frnt: What does it do?\n    front: x') },
    `content/${LESSON}/cards.yaml: cards[0].frnt: is no key of this file. Did you mean "front"?`,
  ],
  [
    'a missing key',
    { [yaml('lesson.yaml')]: swap(/objectives:.*\n/, '') },
    `content/${LESSON}/lesson.yaml: objectives: is missing`,
  ],
  [
    'a level that does not exist',
    { [yaml('lesson.yaml')]: swap('minutes: 2', 'minutes: 2\nlevel: begginer') },
    `content/${LESSON}/lesson.yaml: level: must be one of "beginner", "intermediate", "advanced". Did you mean "beginner"? (line 7)`,
  ],
  [
    'a source over plain http',
    { [yaml('lesson.yaml')]: swap('https://arxiv', 'http://arxiv') },
    `content/${LESSON}/lesson.yaml: sources[0].url: `,
  ],
  [
    'a term that points at no other',
    { 'glossary.yaml': swap('seeAlso: [rectifier]', 'seeAlso: [rectifer]') },
    'content/glossary.yaml: terms[1].seeAlso[0]: there is no term "rectifer". Did you mean "rectifier"?',
  ],
  [
    'a term taught in no lesson',
    { 'glossary.yaml': swap('lesson: relu', 'lesson: rely') },
    'content/glossary.yaml: terms[0].lesson: there is no lesson "rely". Did you mean "relu"?',
  ],
  [
    'a term that no activation is',
    { 'glossary.yaml': swap('activation: relu', 'activation: reluu') },
    'content/glossary.yaml: terms[0].activation: there is no activation "reluu". Did you mean "relu"?',
  ],
  [
    'one name for two terms, however it is written',
    { 'glossary.yaml': swap('term: Kink', "term: Kink, aliases: ['Max( 0, x )']") },
    'content/glossary.yaml: terms[1].aliases[0]: "Max( 0, x )" already is or names "Rectifier"',
  ],
  [
    'a formula that cannot be set',
    { 'glossary.yaml': swap('\\max(0, x)', '\\maxx{0') },
    'content/glossary.yaml: terms[0].formula: cannot be rendered: ',
  ],
  [
    'a glossary with a misspelt key',
    { 'glossary.yaml': swap('aliases:', 'alias:') },
    'content/glossary.yaml: terms[0].alias: is no key of this file. Did you mean "aliases"?',
  ],
  ['no glossary at all', { 'glossary.yaml': null }, 'content/glossary.yaml: is missing or cannot be read.'],
  [
    'a lesson id used twice',
    {
      'demo/01-bends/02-later/lesson.yaml': swap('id: later', 'id: relu'),
      [yaml('lesson.yaml')]: swap('prerequisites: [later]\n', ''),
    },
    'content/demo/01-bends/02-later/lesson.yaml: id: "relu" is also the id of demo/01-bends/01-relu.',
  ],
  [
    'a folder without a number',
    { 'demo/01-bends/relu/lesson.yaml': () => 'x' },
    'content/demo/01-bends/relu: must be named NN-slug',
  ],
  [
    'two folders with one number',
    { 'demo/01-bends/02-twin/lesson.yaml': () => 'x' },
    'content/demo/01-bends/02-twin: has the number or the slug of demo/01-bends/02-later.',
  ],
  [
    'a prerequisite that does not exist',
    { [yaml('lesson.yaml')]: swap('[later]', '[latter]') },
    `content/${LESSON}/lesson.yaml: prerequisites[0]: no other lesson has the id "latter". Did you mean "later"?`,
  ],
  [
    'the same lesson of nothing',
    {
      'demo/01-bends/02-later/lesson.yaml': () => 'sameAs: rellu\n',
      [yaml('lesson.yaml')]: swap('prerequisites: [later]\n', ''),
      'timeline.yaml': swap('    lessons: [later]\n', ''),
    },
    'content/demo/01-bends/02-later/lesson.yaml: sameAs: no lesson has the id "rellu". Did you mean "relu"?',
  ],
  [
    'a bridge that is not there',
    { 'demo/01-bends/03-again/lesson.yaml': () => 'sameAs: relu\nbridge: bridge.mdx\n' },
    'content/demo/01-bends/03-again/bridge.mdx: is missing; lesson.yaml names it as the bridge.',
  ],
  [
    'a bridge that shows an item of the lesson',
    {
      'demo/01-bends/03-again/lesson.yaml': () => 'sameAs: relu\nbridge: bridge.mdx\n',
      'demo/01-bends/03-again/bridge.mdx': () => 'Look.\n\n<Card id="what" />\n',
    },
    'content/demo/01-bends/03-again/bridge.mdx: 3:1: <Card> belongs to a lesson; a bridge is prose.',
  ],
  [
    'a bridge that leads nowhere',
    {
      'demo/01-bends/03-again/lesson.yaml': () => 'sameAs: relu\nbridge: bridge.mdx\n',
      'demo/01-bends/03-again/bridge.mdx': () => 'See [this](/courses/demo/bends/rellu).\n',
    },
    'content/demo/01-bends/03-again/bridge.mdx: 1:5: no page of this site is at "/courses/demo/bends/rellu". Did you mean "/courses/demo/bends/relu"?',
  ],
  [
    'a planned lesson with something to complete',
    { 'demo/01-bends/02-later/cards.yaml': () => 'cards: []\n' },
    'content/demo/01-bends/02-later/cards.yaml: stands in a planned lesson, where nobody sees it.',
  ],
  [
    'a concept that does not exist',
    { [yaml('lesson.yaml')]: swap('concepts: [kink, slope]', 'concepts: [kink, slope, knik]') },
    `content/${LESSON}/lesson.yaml: concepts[2]: content/concepts.yaml has no concept "knik". Did you mean "kink"?`,
  ],
  [
    'a concept that no lesson teaches',
    { 'concepts.yaml': (text) => `${text}  - { id: curve, name: Curve, meaning: A bent line. }\n` },
    'content/concepts.yaml: concepts[2].id: no lesson teaches "curve".',
  ],
  [
    'a concept that builds on nothing there is',
    { 'concepts.yaml': swap('buildsOn: [slope]', 'buildsOn: [slop]') },
    'content/concepts.yaml: concepts[0].buildsOn[0]: there is no concept "slop". Did you mean "slope"?',
  ],
  [
    'a concept that is linked to itself',
    { 'concepts.yaml': swap('see: [kink]', 'see: [slope]') },
    'content/concepts.yaml: concepts[1].see[0]: is this very concept.',
  ],
  [
    'concepts that build on each other in a circle',
    { 'concepts.yaml': swap('see: [kink]', 'buildsOn: [kink]') },
    'content/concepts.yaml: concepts[0].buildsOn: leads back to "kink"',
  ],
  [
    'two concepts with one id',
    { 'concepts.yaml': (text) => `${text}  - { id: kink, name: Another, meaning: The same again. }\n` },
    'content/concepts.yaml: concepts[2].id: "kink" is already the id of concepts[0].',
  ],
  [
    'two spellings of one tag',
    {
      'demo/course.yaml': (text) => `${text}tags: [ReLU]\n`,
      'demo/01-bends/chapter.yaml': (text) => `${text}tags: [relu]\n`,
    },
    'content: tags: "bends" spells the tag "ReLU" as "relu". Choose one of the two.',
  ],
  [
    'a chapter at the address of the course’s mind map',
    {
      'demo/02-mind-map/chapter.yaml': () => 'id: map\ntitle: A map\nsummary: A chapter in the wrong place.\n',
      'ids.lock': (text) => text.replace('chapter bends\n', 'chapter bends\nchapter map\n'),
    },
    'content/courses/demo/mind-map: has the address of the mind map. Rename it.',
  ],
  [
    'a file with a misspelt name',
    { [yaml('crads.yaml')]: () => 'x' },
    `content/${LESSON}/crads.yaml: does not belong in a lesson. Did you mean "cards.yaml"?`,
  ],
  ['a lesson without a text', { [yaml('lesson.mdx')]: null }, `content/${LESSON}/lesson.mdx: is missing`],
  ['a lesson without cards', { [yaml('cards.yaml')]: null }, `content/${LESSON}/cards.yaml: is missing`],
  [
    'MDX that does not parse names the line',
    { [yaml('lesson.mdx')]: swap('Worth keeping.</Callout>', 'Worth keeping.') },
    `content/${LESSON}/lesson.mdx: `,
  ],
  [
    'an unknown tag',
    { [yaml('lesson.mdx')]: swap('<Formula', '<Formla') },
    `content/${LESSON}/lesson.mdx: 5:1: <Formla> is no tag of the vocabulary. Did you mean "Formula"?`,
  ],
  [
    'an unknown prop',
    { [yaml('lesson.mdx')]: swap('digits=', 'digit=') },
    `content/${LESSON}/lesson.mdx: 10:62: <Value> has no prop "digit". Did you mean "digits"?`,
  ],
  [
    'an activation that does not exist',
    { [yaml('lesson.mdx')]: swap('<Plot of="relu"', '<Plot of="rellu"') },
    `content/${LESSON}/lesson.mdx: 7:1: <Plot of="rellu">: the engine has no activation "rellu". Did you mean "relu"?`,
  ],
  [
    'a widget set to what it cannot be',
    {
      [yaml('lesson.mdx')]: swap(
        '<Plot of="relu"',
        '<Plotter settings="f=relu&to=99" caption="What is here?" />\n\n<Plot of="relu"',
      ),
    },
    `content/${LESSON}/lesson.mdx: 7:1: <Plotter settings="f=relu&to=99">: “to”: “99” is more than the largest there is, so it is 20.`,
  ],
  [
    'a goal that nobody can check',
    {
      [yaml('lesson.mdx')]: swap('<Plot of="relu"', '<Playground goal="units=12" />\n\n<Plot of="relu"'),
    },
    `content/${LESSON}/lesson.mdx: 7:1: <Playground goal="units=12">: The goal has no accuracy; write it in percent, as in accuracy=95.`,
  ],
  [
    'a fact that does not exist',
    { [yaml('lesson.mdx')]: swap('relu.secondMomentUnderNormal', 'relu.minn') },
    `content/${LESSON}/lesson.mdx: 10:62: <Value of="relu.minn">: relu has no fact "minn". Did you mean "min"?`,
  ],
  [
    'a claim on a source that does not exist',
    { [yaml('lesson.mdx')]: swap('<Claim id="he-2015">', '<Claim id="he-2016">') },
    `content/${LESSON}/lesson.mdx: 9:1: <Claim id="he-2016">: lesson.yaml has no source "he-2016". Did you mean "he-2015"?`,
  ],
  [
    'a claim that the experiment does not make',
    { [yaml('lesson.mdx')]: swap('tiny.learns', 'tiny.earns') },
    `content/${LESSON}/lesson.mdx: 9:66: <Claim id="tiny.earns">: experiments/tiny.yaml claims no "earns". Did you mean "learns"?`,
  ],
  [
    'a card that does not exist',
    { [yaml('lesson.mdx')]: swap('<Card id="what"', '<Card id="waht"') },
    `content/${LESSON}/lesson.mdx: 12:1: <Card id="waht">: cards.yaml has no "waht". Did you mean "what"?`,
  ],
  [
    'a question that does not exist',
    { [yaml('lesson.mdx')]: swap('<Quiz id="q-what"', '<Quiz id="q-that"') },
    `content/${LESSON}/lesson.mdx: 14:1: <Quiz id="q-that">: quiz.yaml has no "q-that".`,
  ],
  [
    'an experiment that does not exist',
    { [yaml('lesson.mdx')]: swap('<Experiment id="tiny"', '<Experiment id="tinny"') },
    `content/${LESSON}/lesson.mdx: 20:1: <Experiment id="tinny">: experiments/ has no "tinny". Did you mean "tiny"?`,
  ],
  [
    'an anchor that does not exist',
    { [yaml('lesson.mdx')]: swap('(#what-it-does)', '(#what-it-did)') },
    `content/${LESSON}/lesson.mdx: 9:113: no heading has the anchor "what-it-did". Did you mean "what-it-does"?`,
  ],
  [
    'a link into nothing',
    { [yaml('lesson.mdx')]: swap('/courses/demo/bends/later)', '/courses/demo/bends/latre)') },
    `content/${LESSON}/lesson.mdx: 10:5: no page of this site is at "/courses/demo/bends/latre". Did you mean "/courses/demo/bends/later"?`,
  ],
  [
    'a number out of the air',
    { [yaml('lesson.mdx')]: swap('The first paragraph.', 'It is 73 % faster.') },
    `content/${LESSON}/lesson.mdx: 1:7: the number 73 % has nothing behind it`,
  ],
  [
    'maths that cannot be set',
    { [yaml('lesson.mdx')]: swap('$x^2$', '$\\frac{1}$') },
    `content/${LESSON}/lesson.mdx: 10:118: maths: KaTeX parse error`,
  ],
  [
    'maths that cannot be set on a card',
    { [yaml('cards.yaml')]: swap('\\max(0, x)', '\\mxa(0, x)') },
    `content/${LESSON}/cards.yaml: cards[0].back: cannot be rendered: maths: KaTeX parse error`,
  ],
  [
    'a card from a passage that does not exist',
    { [yaml('cards.yaml')]: swap('passage: what-it-does', 'passage: what-it-doess') },
    `content/${LESSON}/cards.yaml: cards[0].passage: lesson.mdx has no heading with the anchor "what-it-doess". Did you mean "what-it-does"?`,
  ],
  [
    'two cards with one id',
    { [yaml('cards.yaml')]: (text) => `${text}  - { id: what, front: Again?, back: Again., passage: what-it-does }\n` },
    `content/${LESSON}/cards.yaml: cards[2].id: "what" is already the id of cards[0].`,
  ],
  [
    'a question without a right answer',
    { [yaml('quiz.yaml')]: swap(' correct: true,', '') },
    `content/${LESSON}/quiz.yaml: questions[0].options: a single-choice question has exactly one correct option; here are 0.`,
  ],
  [
    'an experiment that cannot be trained',
    { [yaml('experiments/tiny.yaml')]: swap('learningRate: 0.1', 'learningRate: -1') },
    `content/${LESSON}/experiments/tiny.yaml: spec.optimizer.learningRate: `,
  ],
  [
    'a source that nothing rests on',
    { [yaml('lesson.mdx')]: swap('<Claim id="he-2015">It needs its own initialisation</Claim>, and', 'And') },
    `content/${LESSON}/lesson.yaml: sources[0]: nothing in lesson.mdx rests on "he-2015".`,
  ],
  [
    'a claim that the text never makes',
    { [yaml('lesson.mdx')]: swap('<Claim id="tiny.learns">it learns</Claim>', 'so on') },
    `content/${LESSON}/experiments/tiny.yaml: claims[0]: nothing in lesson.mdx says what "learns" proves.`,
  ],
  [
    'a published id that vanished',
    { 'ids.lock': (text) => `${text}card relu.gone\n` },
    'content/ids.lock: card relu.gone: was published and is gone. Bring it back, or write `formerly: [relu.gone]`',
  ],
  [
    'an id that is not in the lock',
    { 'ids.lock': swap('lesson relu\n', '') },
    'content/ids.lock: lesson relu: is new. Run',
  ],
]

test.each(planted)('planted: %s', (_title, changes, line) => {
  const found = problemsOf(plantTree(changes))
  expect(found.map((problem) => problem.slice(0, line.length))).toContain(line)
  // One fault, and perhaps what rested on it in another file; there is never a flood.
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(2)
})

test('a renamed card that says what it was before keeps the lock whole', () => {
  const root = plantTree({
    [yaml('cards.yaml')]: swap('id: cost,', 'id: price, formerly: [relu.cost],'),
    'ids.lock': (text) => `${text}card relu.price\n`,
    '../docs/curriculum.md': swap('`cost`', '`price`'),
  })
  expect(problemsOf(root)).toEqual([])
})

test('several faults are reported in one go', () => {
  const root = plantTree({
    [yaml('cards.yaml')]: swap('back: One comparison.', "back: ''"),
    [yaml('quiz.yaml')]: swap('kind: single', 'kind: singel'),
    'demo/course.yaml': swap('title: A demonstration\n', ''),
  })
  const found = problemsOf(root).join('\n')
  expect(found).toContain('cards.yaml: cards[1].back')
  expect(found).toContain('quiz.yaml: questions[0].kind')
  expect(found).toContain('course.yaml: title')
})
