import type { MDXComponents } from 'mdx/types'

/** Next asks for this file. A lesson gets its vocabulary from its page (`lessonVocabulary`), so there is nothing global. */
export function useMDXComponents(): MDXComponents {
  return {}
}
