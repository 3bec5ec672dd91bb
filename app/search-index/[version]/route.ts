import { LATEST, loadSiteIndex } from '@/lib/course/search/site-index'

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () => [{ version: loadSiteIndex().version }, { version: LATEST }]

/** The search index, under its hash for ever and under a name that always answers. */
export async function GET(_request: Request, { params }: { params: Promise<{ version: string }> }) {
  const { version } = await params
  return new Response(loadSiteIndex().json, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': version === LATEST ? 'no-cache' : 'public, max-age=31536000, immutable',
    },
  })
}
