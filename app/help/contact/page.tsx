import type { Metadata } from 'next'
import { ContactFacts } from '@/components/page/contact-facts'
import { pageVocabulary } from '@/components/page/page-vocabulary'
import { ProsePage } from '@/components/page/prose-page'
import { findSitePage } from '@/lib/course/site-pages'
import { siblingsOf } from '@/lib/course/site-section'
import { factOf } from '@/lib/course/values'
import { env } from '@/lib/env'

/** Who runs the server is a setting of the running server, not of the build. */
export const dynamic = 'force-dynamic'

const SEGMENTS = ['help', 'contact']

export function generateMetadata(): Metadata {
  const page = findSitePage(SEGMENTS)
  return { title: page?.title, description: page?.summary, alternates: { canonical: page?.address } }
}

export default async function ContactPage() {
  const page = findSitePage(SEGMENTS)
  if (page === null) throw new Error('content/pages/help/contact is not there.')
  const { default: Prose } = await import(`@/content/pages/${page.folder}/page.mdx`)
  const { OPERATOR, CONTACT_EMAIL, SOURCE_URL, SOCIAL_LINKS } = env()
  return (
    <ProsePage
      page={page}
      siblings={siblingsOf(page)}
      lead={
        <ContactFacts
          operator={OPERATOR ?? null}
          email={CONTACT_EMAIL ?? null}
          source={SOURCE_URL ?? null}
          links={SOCIAL_LINKS}
        />
      }
    >
      <Prose components={pageVocabulary(factOf)} />
    </ProsePage>
  )
}
