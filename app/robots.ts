import type { MetadataRoute } from 'next'
import { publicOrigin } from '@/lib/http/own-origin'

/** Every page may be found: what is personal is in no document. Answers to machines may not. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: '/api/' },
    sitemap: new URL('/sitemap.xml', publicOrigin()).href,
  }
}
