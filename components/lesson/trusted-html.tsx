import type { ElementType, HTMLAttributes } from 'react'

interface Props extends HTMLAttributes<HTMLElement> {
  as?: ElementType
  /** HTML made from our own content by lib/course, or by KaTeX from our own code: never what a visitor typed. */
  html: string
}

/** The one door for HTML that was rendered on the server. */
export function TrustedHtml({ as: Element = 'div', html, ...rest }: Props) {
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: html }} />
}
