import { listPosts } from '@/lib/course/site-pages'
import { publicOrigin } from '@/lib/http/own-origin'
import { atomFeed } from './atom-feed'

export const dynamic = 'force-dynamic'

/** The blog as an Atom feed (RFC 4287). Its links name the public address, a setting of the running server. */
export function GET(): Response {
  return new Response(atomFeed(listPosts(), publicOrigin()), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
