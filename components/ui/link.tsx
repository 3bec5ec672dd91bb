'use client'

import NextLink from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link within the site. The page behind it is fetched when somebody points at the link or reaches it by keyboard, and
 * not, as the framework would have it, for every link that comes into view: a reader opens few of them.
 */
export function Link({ onPointerEnter, onFocus, ...rest }: ComponentProps<typeof NextLink>) {
  const [likely, setLikely] = useState(false)
  // Without a network there is nothing to fetch, and the browser would note each attempt.
  const prepare = () => setLikely(navigator.onLine)
  return (
    <NextLink
      {...rest}
      prefetch={likely ? null : false}
      onPointerEnter={(event) => {
        prepare()
        onPointerEnter?.(event)
      }}
      onFocus={(event) => {
        prepare()
        onFocus?.(event)
      }}
    />
  )
}
