/** That the style guide is complete: a part which is not shown there is a part that nobody looks at. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { vocabulary } from '@/lib/course/vocabulary'

const GUIDE = 'components/styleguide'
const guide = readdirSync(GUIDE)
  .map((file) => readFileSync(path.join(GUIDE, file), 'utf8'))
  .join('\n')

/** Drawn by the line chart or the decision plane, and by nothing else. */
const PARTS_OF_A_CHART = ['ChartAxes', 'ChartCursor', 'ChartLegend', 'ChartTable', 'CellRows', 'ClassKey', 'ClassMark']

const components = ['components/ui', 'components/plot'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/^export function ([A-Z]\w*)/gm)])
    .map(([, name]) => name ?? ''),
)

test.each(components.filter((name) => !PARTS_OF_A_CHART.includes(name)))('<%s> is shown', (name) => {
  expect(guide).toMatch(new RegExp(`<${name}[\\s>/]`))
})

test.each(Object.keys(vocabulary))('the author’s tag <%s> is shown', (tag) => {
  expect(guide).toContain(`tag('${tag}'`)
})
