/** Two versions of one small lesson that agree, and every way in which they could cease to. */
import { expect, test } from 'vitest'
import { describeProblem } from '@/lib/course/files/content-error'
import { checkContent } from './check-content'
import { LESSON, plantTree } from './testing/planted-tree'

const PLAIN = `${LESSON}/versions/plain.mdx`
const plain = `A first paragraph, soberly.

## Definition {/* #what-it-does */}

<Formula of="relu" />

<Claim id="he-2015">An initialisation of its own was derived for it</Claim>. The network <Claim id="tiny.learns">learns</Claim>.
The second moment is <Value of="relu.secondMomentUnderNormal" digits={3} />.

<Card id="what" />

<Quiz id="q-what" />

## Cost {/* #what-it-costs */}

<Experiment id="tiny" />
`

type Change = (text: string) => string
const swap =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, to)

function problemsWith(changes: Record<string, Change>): string[] {
  const { [PLAIN]: changePlain = (text: string) => text, [`${LESSON}/lesson.yaml`]: changeYaml, ...others } = changes
  const named = (text: string) =>
    `${text}defaultVersion: playful\nversions: { plain: { authorship: { writtenBy: a test } } }\n`
  const root = plantTree({
    [`${LESSON}/lesson.yaml`]: (text) => (changeYaml ?? ((same) => same))(named(text)),
    [PLAIN]: () => changePlain(plain),
    ...others,
  })
  return checkContent(root).problems.map(describeProblem)
}

test('versions that say the same in other words are reported without faults', () => {
  expect(problemsWith({})).toEqual([])
})

const planted: [string, Record<string, Change>, string][] = [
  [
    'a section that is missing in one version',
    { [PLAIN]: (text) => text.slice(0, text.indexOf('## Cost')).concat('<Experiment id="tiny" />\n') },
    `content/${PLAIN}: 3:1: the section "what-it-costs" is missing ("What it costs", line 18 of lesson.mdx).`,
  ],
  [
    'a section of one version alone',
    { [PLAIN]: (text) => `${text}\n## History\n\nNone.\n` },
    `content/${PLAIN}: 18:1: lesson.mdx has no section "history".`,
  ],
  [
    'a section without the id of its counterpart',
    { [PLAIN]: swap(' {/* #what-it-costs */}', '') },
    `content/${PLAIN}: 14:1: lesson.mdx has no section "cost". Known here: what-it-costs. Give it the id of its counterpart: ## Cost {/* #its-id */}.`,
  ],
  [
    'sections in another order',
    {
      [PLAIN]: (text) =>
        text
          .replace('#what-it-costs', '#swapped')
          .replace('#what-it-does', '#what-it-costs')
          .replace('#swapped', '#what-it-does'),
    },
    `content/${PLAIN}: 3:1: the section "what-it-costs" is out of order: in lesson.mdx, "what-it-does" stands here.`,
  ],
  [
    'a claim that one version does not make',
    { [PLAIN]: swap('<Claim id="tiny.learns">learns</Claim>', 'exists') },
    `content/${PLAIN}: 3:1: <Claim id="tiny.learns"> is missing; lesson.mdx has it in line 9.`,
  ],
  [
    'a claim that only a further version makes',
    { [`${LESSON}/lesson.mdx`]: swap('<Claim id="he-2015">It needs its own initialisation</Claim>, and', 'And') },
    `content/${LESSON}/lesson.yaml: sources[0]: nothing in lesson.mdx rests on "he-2015".`,
  ],
  [
    'another value',
    { [PLAIN]: swap('relu.secondMomentUnderNormal', 'relu.min') },
    `content/${PLAIN}: 3:1: <Value of="relu.secondMomentUnderNormal" digits={3}> is missing; lesson.mdx has it in line 10.`,
  ],
  [
    'the same value, less exactly',
    { [PLAIN]: swap('digits={3}', 'digits={2}') },
    `content/${LESSON}/lesson.mdx: 3:1: <Value of="relu.secondMomentUnderNormal" digits={2}> is missing; versions/plain.mdx has it in line 8.`,
  ],
  [
    'a value that the registry does not have',
    { [PLAIN]: swap('relu.secondMomentUnderNormal', 'relu.moment') },
    `content/${PLAIN}: 8:22: <Value of="relu.moment">: relu has no fact "moment".`,
  ],
  [
    'an experiment that one version does not show',
    { [PLAIN]: swap('<Experiment id="tiny" />', 'Nothing.') },
    `content/${PLAIN}: 14:1: <Experiment id="tiny"> is missing; lesson.mdx has it in line 20. Say it here too.`,
  ],
  [
    'a claim that is contested in one version',
    { [PLAIN]: swap('<Claim id="he-2015">', '<Claim id="he-2015" contested>') },
    `content/${PLAIN}: 7:1: <Claim id="he-2015"> is marked as contested, in line 9 of lesson.mdx it is not.`,
  ],
  [
    'another number inside the same claim',
    {
      [PLAIN]: swap('was derived for it', 'was derived for it, 30 layers deep'),
      [`${LESSON}/lesson.mdx`]: swap('its own initialisation', 'its own initialisation above 22 layers'),
    },
    `content/${PLAIN}: 7:1: <Claim id="he-2015"> says 30, line 9 of lesson.mdx says 22. Make them agree.`,
  ],
  [
    'a number that the run behind the claim does not check',
    { [PLAIN]: swap('>learns<', '>learns to 97 %<') },
    `content/${PLAIN}: 7:124: 97 % is not what the claim "tiny.learns" checks (0). Say what it checks, or put the number outside.`,
  ],
  [
    'a number out of the air in a further version',
    { [PLAIN]: swap('soberly', '73 % more soberly') },
    `content/${PLAIN}: 1:20: the number 73 % has nothing behind it`,
  ],
  [
    'a version that is marked as the only one and is not there',
    { [PLAIN]: swap('<Claim id="he-2015">', '<Claim id="he-2015" onlyIn="plian">') },
    `content/${PLAIN}: 7:1: <Claim onlyIn>: this lesson has no version "plian". Did you mean "plain"?`,
  ],
  [
    'a claim that says it stands elsewhere',
    { [PLAIN]: swap('<Claim id="he-2015">', '<Claim id="he-2015" onlyIn="playful">') },
    `content/${PLAIN}: 7:1: <Claim onlyIn="playful"> stands in the version "plain". Name it too.`,
  ],
  [
    'a version without a text',
    { [`${LESSON}/lesson.yaml`]: swap('{ plain:', '{ verse: { authorship: { writtenBy: a test } }, plain:') },
    `content/${LESSON}/versions/verse.mdx: is missing`,
  ],
  [
    'a text that no version names',
    { [`${LESSON}/versions/plian.mdx`]: () => 'Text.\n' },
    `content/${LESSON}/versions/plian.mdx: lesson.yaml names no such version. Did you mean "plain"?`,
  ],
  [
    'the default version named twice',
    { [`${LESSON}/lesson.yaml`]: swap('defaultVersion: playful', 'defaultVersion: plain') },
    `content/${LESSON}/lesson.yaml: versions.plain: "plain" is the default version, whose text is lesson.mdx.`,
  ],
  [
    'two headings with one id',
    { [PLAIN]: swap('## Cost {/* #what-it-costs */}', '## Cost {/* #what-it-does */}') },
    `content/${PLAIN}: 14:1: the heading of line 3 has the id "what-it-does" too.`,
  ],
  [
    'an id that cannot be an address',
    { [PLAIN]: swap('#what-it-costs', '#What it costs') },
    `content/${PLAIN}: 14:1: "What it costs" cannot be the id of a heading.`,
  ],
]

test.each(planted)('planted: %s', (_title, changes, line) => {
  const found = problemsWith(changes)
  expect(found.map((problem) => problem.slice(0, line.length))).toContain(line)
  // Swapping one thing for another is two faults: one is missing here, the other there.
  expect(found.length).toBeLessThanOrEqual(2)
})

test('what one version alone says is no fault where it says so', () => {
  const extra = '<Claim id="tiny.again" onlyIn="plain">Again.</Claim> <Value of="relu.kink" onlyIn="plain" />'
  const [problem, ...others] = problemsWith({ [PLAIN]: (text) => `${text}\n${extra}\n` })
  // That the claim must exist, and be made by the default text, holds as before.
  expect(problem).toContain('claims no "again"')
  expect(others).toEqual([])
  expect(problemsWith({ [PLAIN]: (text) => `${text}\n<Value of="relu.kink" onlyIn="plain" />\n` })).toEqual([])
})
