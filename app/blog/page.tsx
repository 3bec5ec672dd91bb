import type { Metadata } from 'next'
import { formatDay } from '@/components/page/format-day'
import { Link } from '@/components/ui/link'
import { listPosts } from '@/lib/course/site-pages'

const DESCRIPTION = 'How Nonlinear is made: longer pieces on the engine, the lessons and what we measured.'

export const metadata: Metadata = {
  title: 'Blog',
  description: DESCRIPTION,
  alternates: { canonical: '/blog', types: { 'application/atom+xml': '/blog/feed.xml' } },
}

export default function BlogPage() {
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 pb-20 sm:px-6 sm:pt-12">
      <h1 className="text-4xl sm:text-5xl">Blog</h1>
      <p className="mt-4 max-w-[46rem] font-serif text-lg text-muted sm:text-xl">
        {DESCRIPTION}{' '}
        <a href="/blog/feed.xml" className="text-accent underline underline-offset-4 hover:text-accent-strong">
          There is a feed.
        </a>
      </p>
      <ul className="mt-10 max-w-[46rem] divide-y divide-line border-line border-y">
        {listPosts().map(({ address, title, summary, published, author }) => (
          <li key={address} className="py-7">
            <p className="text-muted text-sm">
              <time dateTime={published}>{formatDay(published)}</time>
              {author ? ` · ${author}` : null}
            </p>
            <h2 className="mt-1 text-2xl">
              <Link href={address} className="underline-offset-4 hover:text-accent hover:underline">
                {title}
              </Link>
            </h2>
            <p className="mt-2 text-muted">{summary}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
