import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageVocabulary } from '@/components/page/page-vocabulary'
import { ProsePage } from '@/components/page/prose-page'
import { findSitePage, listSitePages } from '@/lib/course/site-pages'
import { siblingsOf } from '@/lib/course/site-section'
import { openGraphImages } from '@/lib/course/social-images'
import { factOf } from '@/lib/course/values'

interface Props {
  params: Promise<{ page: string[] }>
}

/** Its text stands among facts of the running server, so that it has a route of its own. */
const ELSEWHERE = ['/help/contact']

export const dynamicParams = false

export function generateStaticParams() {
  return listSitePages()
    .filter(({ address }) => !ELSEWHERE.includes(address))
    .map(({ folder }) => ({ page: folder.split('/') }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = findSitePage((await params).page)
  if (page === null) return {}
  const { title, summary, address, published } = page
  const common = { title, description: summary, url: address, images: openGraphImages() }
  const openGraph = published ? { ...common, type: 'article' as const, publishedTime: published } : common
  return { title, description: summary, alternates: { canonical: address }, openGraph }
}

export default async function TextPage({ params }: Props) {
  const page = findSitePage((await params).page)
  if (page === null) notFound()
  const { default: Prose } = await import(`@/content/pages/${page.folder}/page.mdx`)
  return (
    <ProsePage page={page} siblings={siblingsOf(page)}>
      <Prose components={pageVocabulary(factOf)} />
    </ProsePage>
  )
}
