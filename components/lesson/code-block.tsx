import type { ComponentProps } from 'react'
import { CopyButton } from './copy-button'

/** A highlighted block (the highlighter works at build time) with its copy button and, for long lines, its own scroll. */
export function CodeBlock({ children, ...rest }: ComponentProps<'pre'>) {
  return (
    <div className="relative" data-code-block="">
      <pre {...rest}>{children}</pre>
      <CopyButton />
    </div>
  )
}
