import type { ComponentProps } from 'react'

/** The line above a code block: which library it is for, and what it does. */
export function CodeTitle(props: ComponentProps<'figcaption'>) {
  return <figcaption {...props} className="mb-2 font-medium font-sans text-muted text-sm" />
}
