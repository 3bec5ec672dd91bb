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
  const verdicts = [{ id: 'learns', holds: true, message: '', values: [{ seed: 0, value: 0.95 }], tested: [0.95] }]
  const html = renderToStaticMarkup(<ClaimList claims={claims} verdicts={verdicts} isChanged={false} />)
  expect(html).toMatch(/<details open=""><summary/)
  expect(html).not.toContain('look after')
  expect(html).toContain('Holds in your runs: validation accuracy: 95\u00a0%; claimed at least 90\u00a0%.')
})

test('a claim about two recipes says so, and is not judged by the runs of one', () => {
  const both: Claim = { id: 'ahead', metric: 'train-loss', comparedTo: { experiment: 'other' }, atMost: 1 }
  const verdicts = [{ id: 'learns', holds: true, message: '', values: [{ seed: 0, value: 0.95 }], tested: [0.95] }]
  const html = renderToStaticMarkup(<ClaimList claims={[...claims, both]} verdicts={verdicts} isChanged={false} />)
  expect(html.match(/in your runs/g)).toHaveLength(1)
  expect(html.match(/Compares two recipes/g)).toHaveLength(1)
  expect(html.indexOf('Compares two recipes')).toBeGreaterThan(html.indexOf('in your runs'))
})
