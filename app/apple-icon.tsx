import { ImageResponse } from 'next/og'
import { MarkTile } from '@/components/social/mark-tile'

export const size = { width: 180, height: 180 }
export const contentType = 'image/png'

/** For home screens, which round the corners themselves, and for browsers that show no SVG. */
export default function AppleIcon() {
  return new ImageResponse(<MarkTile side={180} rounded={false} />, size)
}
