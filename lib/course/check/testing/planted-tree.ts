/**
 * A small content tree in a temporary folder, valid as it stands, for tests that
 * plant one fault in it and look at how it is reported.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'

export const LESSON = 'demo/01-bends/01-relu'

const files: Record<string, string> = {
  'demo/course.yaml': 'id: demo\ntitle: A demonstration\nsummary: A course that exists to be broken.\n',
  'demo/01-bends/chapter.yaml': 'id: bends\ntitle: Bends\nsummary: A chapter that exists to be broken.\n',
  'demo/01-bends/02-later/lesson.yaml':
    'id: later\nstatus: planned\ntitle: Something later\nsummary: Planned, and not yet written.\nconcepts: [slope]\n',
  'concepts.yaml': `concepts:
  - { id: kink, name: Kink, meaning: Where the slope jumps., aliases: [corner], buildsOn: [slope] }
  - { id: slope, name: Slope, meaning: How steep it is., see: [kink] }
`,
  [`${LESSON}/lesson.yaml`]: `id: relu
title: A lesson on ReLU
summary: What ReLU does, in two short sections.
objectives: [Say what it does., Say what it costs.]
prerequisites: [later]
minutes: 2
authorship: { writtenBy: a test }
concepts: [kink, slope]
sources:
  - { id: he-2015, authors: K. He and others, year: 2015, title: Delving deep into rectifiers, url: 'https://arxiv.org/abs/1502.01852' }
`,
  [`${LESSON}/lesson.mdx`]: `The first paragraph.

## What it does

<Formula of="relu" />

<Plot of="relu" caption="ReLU and its slope." />

<Claim id="he-2015">It needs its own initialisation</Claim>, and <Claim id="tiny.learns">it learns</Claim>; see [above](#what-it-does)
and [later](/courses/demo/bends/later). Its second moment is <Value of="relu.secondMomentUnderNormal" digits={3} />, $x^2$ apart.

<Card id="what" />

<Quiz id="q-what" />

<Callout tone="key">Worth keeping.</Callout>

## What it costs

<Experiment id="tiny" />

<Timeline from={1960} to={1980} strand="functions" />
`,
  [`${LESSON}/cards.yaml`]: `cards:
  - id: what
    front: What does it do?
    back: '$\\max(0, x)$'
    passage: what-it-does
  - { id: cost, front: What does it cost?, back: One comparison., passage: what-it-costs }
`,
  [`${LESSON}/quiz.yaml`]: `questions:
  - id: q-what
    kind: single
    prompt: What is $f(-1)$?
    options:
      - { id: zero, text: zero, correct: true, feedback: Yes. }
      - { id: one, text: one, feedback: No. }
    explanation: It is zero left of zero.
    passage: what-it-does
`,
  [`${LESSON}/experiments/tiny.yaml`]: `title: A tiny run
spec:
  version: 1
  data: { kind: moons, samples: 40, noise: 0.1, seed: 1, validation: 0.25 }
  model:
    - { layer: linear, units: 4 }
    - { layer: activation, name: relu }
    - { layer: linear, units: 2 }
  loss: { kind: softmax-cross-entropy }
  optimizer: { kind: sgd, learningRate: 0.1 }
  batch: 10
  epochs: 1
  seeds: [0]
claims:
  - { id: learns, metric: validation-accuracy, atLeast: 0 }
`,
  'glossary.yaml': `terms:
  - id: rectifier
    term: Rectifier
    aliases: [half-wave rectifier, 'max(0, x)']
    definition: 'A function that lets $x$ pass where it is positive and is zero elsewhere.'
    formula: '\\max(0, x)'
    activation: relu
    lesson: relu
  - { id: kink, term: Kink, definition: 'A point where a curve turns without a slope of its own.', seeAlso: [rectifier] }
`,
  'timeline.yaml': `entries:
  - id: rectifier-1969
    year: 1969
    until: 1971
    strand: functions
    title: A rectifier
    what: 'Somebody lets $x$ pass where it is positive.'
    why: Much later, everybody does.
    contested: Somebody else may have done so before.
    sources:
      - { authors: A. Somebody, year: 1969, title: On rectifiers, url: 'https://example.org/rectifiers' }
      - { authors: A. Historian, year: 2000, title: Who was the first?, url: 'https://example.org/first' }
    activation: relu
    terms: [rectifier]
    lessons: [later]
  - id: proof-1993
    year: 1993
    strand: theory
    title: A proof
    what: Somebody proves something about it.
    why: Now it is known to hold.
    sources: [{ authors: A. Prover, year: 1993, title: A proof, url: 'https://example.org/proof' }]
    terms: [rectifier, kink]
`,
  '../docs/curriculum.md': `# Curriculum

## relu

| objective | section | cards | questions | experiments |
| --- | --- | --- | --- | --- |
| Say what it does. | \`#what-it-does\` | \`what\` | \`q-what\` | \`tiny\` |
| Say what it costs. | \`#what-it-costs\` | \`cost\` | \`q-what\` | \`tiny\` |
`,
  'ids.lock': [
    'card relu.cost',
    'card relu.what',
    'chapter bends',
    'course demo',
    'experiment relu.tiny',
    'lesson relu',
    'question relu.q-what',
    '',
  ].join('\n'),
}

/**
 * Writes the tree with `changes` made to the text of its files (null leaves a file out) and returns its root, the content
 * folder; the curriculum is `../docs/curriculum.md`.
 */
export function plantTree(changes: Record<string, ((text: string) => string) | null> = {}): string {
  const root = join(mkdtempSync(join(inject('testFolder'), 'project-')), 'content')
  for (const path of new Set([...Object.keys(files), ...Object.keys(changes)])) {
    const change = changes[path]
    if (change === null) continue
    const before = files[path] ?? ''
    const text = change === undefined ? before : change(before)
    if (change !== undefined && text === before) throw new Error(`The change planted in ${path} changes nothing.`)
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
