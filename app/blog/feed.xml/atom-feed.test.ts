import { expect, test } from 'vitest'
import { atomFeed } from './atom-feed'

const post = {
  address: '/blog/a',
  title: 'On <b> & "c"',
  summary: 'What it is.',
  published: '2026-11-20',
  updated: '2026-11-22',
}

test('a feed names its posts under the public address, and when it last changed', () => {
  const feed = atomFeed(
    [
      { ...post, author: 'A & B' },
      { ...post, address: '/blog/b', updated: '2026-11-21' },
    ],
    'https://learn.example.org',
  )
  expect(feed).toContain('<id>https://learn.example.org/blog</id>')
  expect(feed).toContain('<link rel="alternate" href="https://learn.example.org/blog/b"/>')
  expect(feed).toContain('<title>On &#60;b&#62; &#38; &#34;c&#34;</title>')
  expect(feed).toContain('<author><name>A &#38; B</name></author>')
  expect(feed).toContain('<published>2026-11-20T00:00:00Z</published>')
  expect(feed.match(/<updated>([^<]+)/)?.[1]).toBe('2026-11-22T00:00:00Z')
})

test('a blog without posts is still a valid feed', () => {
  expect(atomFeed([], 'https://learn.example.org')).toContain('<updated>1970-01-01T00:00:00Z</updated>')
})
