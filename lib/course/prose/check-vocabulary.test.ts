import { expect, test } from 'vitest'
import { checkVocabulary } from './check-vocabulary'
import { parseProse } from './lesson-prose'

const faultsOf = (text: string) =>
  checkVocabulary(parseProse(text)).faults.map(({ line, column, message }) => `${line}:${column}: ${message}`)

test.each([
  ['every prop a literal', '<Plot of={["relu", "gelu"]} from={-3} to={3} derivative caption="Two curves." />'],
  ['a bare prop is true', 'Text <Claim id="he-2015" contested>said</Claim>.'],
  ['a template without holes', '<Value of={`gelu.min`} digits={6} />'],
  ['comments', '{/* not shown */}'],
  ['plain marks', 'Press <kbd>Ctrl</kbd> and H<sub>2</sub>O.'],
])('accepted: %s', (_title, text) => {
  expect(faultsOf(text)).toEqual([])
})

test.each([
  ['an unknown tag', '\n\n<Polt of="relu" />', '3:1: <Polt> is no tag of the vocabulary. Did you mean "Plot"?'],
  ['raw HTML', '<div>hello</div>', '1:1: <div> is no tag of the vocabulary.'],
  [
    'an unknown prop',
    'A <Value of="gelu.min" digit={6} />',
    '1:3: <Value> has no prop "digit". Did you mean "digits"?',
  ],
  ['a missing prop', '<Card />', '1:1: <Card> needs the prop "id": Id of a card in cards.yaml'],
  [
    'a bad literal',
    '<Callout tone="mith">x</Callout>',
    '1:1: <Callout tone> is "mith": must be one of note, key, predict, warning, myth. Did you mean "myth"?',
  ],
  ['a string for a number', 'A <Value of="gelu.min" digits="6" />', '1:3: <Value digits> is "6": '],
  ['an expression for a literal', '<Card id={name} />', '1:1: <Card id>: must be a literal, not an expression.'],
  ['a spread', '<Card {...props} />', '1:1: <Card>: write each prop out'],
  ['content where none belongs', '<Card id="a">x</Card>', '1:1: <Card> takes no content'],
  ['no content where some belongs', '<Callout tone="note"></Callout>', '1:1: <Callout> is empty'],
  ['an expression in the text', 'One is {1 + 1}.', '1:8: {1 + 1} is an expression'],
  ['an import', "import x from 'y'\n\nText.", '1:1: import and export have no place in a lesson'],
  ['an attribute on a plain mark', 'A <kbd class="x">K</kbd>', '1:3: <kbd> takes no attributes in a lesson.'],
  ['a prop inherited from Object', '<Card id="a" constructor="b" />', '1:1: <Card> has no prop "constructor".'],
  ['a tag inherited from Object', '<toString />', '1:1: <toString> is no tag of the vocabulary.'],
])('planted: %s', (_title, text, start) => {
  const found = faultsOf(text)
  expect(found).toHaveLength(1)
  expect(found[0]?.slice(0, start.length)).toBe(start)
})
