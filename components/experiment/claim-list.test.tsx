import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Claim } from '@/lib/experiment/claim'
import { ClaimList } from './claim-list'

const claims: Claim[] = [{ id: 'learns', statement: 'It learns.', metric: 'validation-accuracy', atLeast: 0.9 }]

test('before anything ran the claims stand behind a closed disclosure, so that predicting comes first', () => {
  const html = renderToStaticMarkup(<ClaimList claims={claims} verdicts={null} isChanged={false} />)
  expect(html).toMatch(/<details><summary[^>]*>What the lesson claims about this recipe: look after you ran it/)
  expect(html.indexOf('It learns.')).toBeLessThan(html.indexOf('</details>'))
})

test('with verdicts it is open, and says what holds', () => {
  const verdicts = [{ id: 'learns', holds: true, message: 'learns: 0.95 in every seed', values: [] }]
  const html = renderToStaticMarkup(<ClaimList claims={claims} verdicts={verdicts} isChanged={false} />)
  expect(html).toMatch(/<details open=""><summary/)
  expect(html).not.toContain('look after')
  expect(html).toContain('Holds in your runs: 0.95 in every seed')
})
