import type { MDXComponents } from 'mdx/types'
import { createElement } from 'react'
import { CodeBlock } from '@/components/lesson/code-block'
import { CodeTitle } from '@/components/lesson/code-title'
import { ScrollingTable } from '@/components/lesson/scrolling-table'
import { Callout } from '@/components/lesson/vocabulary/callout'
import { Formula } from '@/components/lesson/vocabulary/formula'
import { Plot } from '@/components/lesson/vocabulary/plot'
import { Value } from '@/components/lesson/vocabulary/value'
import type { ValueProps } from '@/lib/course/vocabulary'

/** The tags that a page outside a lesson may use; lib/course/check/check-pages.ts refuses all others. */
export function pageVocabulary(factOf: (of: string) => number): MDXComponents {
  return {
    Plot,
    Formula,
    Callout,
    Value: withFacts(factOf),
    pre: CodeBlock,
    figcaption: CodeTitle,
    table: ScrollingTable,
  }
}

function withFacts(factOf: (of: string) => number) {
  return (props: ValueProps) => createElement(Value, { ...props, factOf })
}
