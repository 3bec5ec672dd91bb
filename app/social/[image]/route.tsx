import { readFileSync } from 'node:fs'
import path from 'node:path'
import { notFound } from 'next/navigation'
import { ImageResponse } from 'next/og'
import { SOCIAL_SIZE, SocialPicture } from '@/components/social/social-picture'
import { listSocialImages } from '@/lib/course/social-images'

/** Drawn once, where the site is built. */
export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams() {
  return listSocialImages().map(({ file }) => ({ image: file }))
}

export async function GET(_request: Request, { params }: { params: Promise<{ image: string }> }) {
  const { image } = await params
  const picture = listSocialImages().find(({ file }) => file === image)
  if (picture === undefined) notFound()
  const { above, title, curves } = picture
  return new ImageResponse(<SocialPicture above={above} title={title} curves={curves} />, {
    ...SOCIAL_SIZE,
    fonts: [
      { name: 'Source Serif', data: font(400), weight: 400 },
      { name: 'Source Serif', data: font(600), weight: 600 },
    ],
  })
}

/** The picture's own copy: satori reads no woff2 and no variable font. */
function font(weight: 400 | 600): Buffer {
  const file = `node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-normal.woff`
  return readFileSync(/*turbopackIgnore: true*/ path.join(/*turbopackIgnore: true*/ process.cwd(), file))
}
