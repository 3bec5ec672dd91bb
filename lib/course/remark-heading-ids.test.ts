import { compile } from '@mdx-js/mdx'
import rehypeSlug from 'rehype-slug'
import { expect, test } from 'vitest'
import { headingsOf, parseProse } from './prose/lesson-prose'
import remarkHeadingIds from './remark-heading-ids.mjs'

const TEXT = `## What it costs

## What it costs

## Cost in *time* {/* #price */}

## A remark {/* no id */}

### After the price
`

test('a page has the ids, and the titles, that the rest of the site was told', async () => {
  const program = String(await compile(TEXT, { remarkPlugins: [remarkHeadingIds], rehypePlugins: [rehypeSlug] }))
  const built = [...program.matchAll(/id: "([^"]*)"/g)].map(([, id]) => id)
  const headings = headingsOf(parseProse(TEXT))
  expect(built).toEqual(['what-it-costs', 'what-it-costs-1', 'price', 'a-remark', 'after-the-price'])
  expect(headings.map(({ anchor }) => anchor)).toEqual(built)
  expect(headings.map(({ title }) => title)).toEqual([
    ...['What it costs', 'What it costs', 'Cost in time', 'A remark', 'After the price'],
  ])
  expect(program).not.toContain('#price')
})
