import type { Post } from '@/lib/course/site-pages'

type FeedPost = Pick<Post, 'address' | 'title' | 'summary' | 'published' | 'updated' | 'author'>

/** An Atom document (RFC 4287) of posts, the newest first; `origin` such as `https://learn.example.org`. */
export function atomFeed(posts: readonly FeedPost[], origin: string): string {
  const updated =
    posts
      .map((post) => post.updated)
      .sort()
      .at(-1) ?? '1970-01-01'
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${escaped(`${origin}/blog`)}</id>`,
    '<title>Nonlinear: the blog</title>',
    `<updated>${updated}T00:00:00Z</updated>`,
    '<author><name>the Nonlinear authors</name></author>',
    `<link rel="self" href="${escaped(`${origin}/blog/feed.xml`)}"/>`,
    `<link rel="alternate" href="${escaped(`${origin}/blog`)}"/>`,
    ...posts.map((post) => entry(post, origin)),
    '</feed>',
    '',
  ].join('\n')
}

function entry({ address, title, summary, published, updated, author }: FeedPost, origin: string): string {
  const url = escaped(`${origin}${address}`)
  return [
    '<entry>',
    `<id>${url}</id>`,
    `<title>${escaped(title)}</title>`,
    `<published>${published}T00:00:00Z</published>`,
    `<updated>${updated}T00:00:00Z</updated>`,
    ...(author ? [`<author><name>${escaped(author)}</name></author>`] : []),
    `<link rel="alternate" href="${url}"/>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
