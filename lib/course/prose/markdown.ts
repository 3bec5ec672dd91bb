/**
 * Small Markdown to HTML, for cards, questions and summaries: paragraphs, lists,
 * tables, code, links and maths (as MathML, so that nothing renders in the
 * browser). Raw HTML is dropped. Lesson prose does not pass here: it is MDX and
 * is compiled by the bundler.
 */
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import rehypeKatex from 'rehype-katex'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import rehypeTypesetting from '@/lib/course/rehype-typesetting.mjs'

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkRehype)
  .use(rehypeKatex, { output: 'mathml', strict: true })
  .use(rehypeTypesetting)
  .freeze()

/** The syntax tree of small Markdown. */
export function parseMarkdown(text: string): Root {
  return pipeline.parse(text)
}

/** Throws where the maths cannot be set: rehype-katex itself would only note it and print the source in red. */
export function renderMarkdown(text: string): string {
  const file = new VFile(text)
  const tree = pipeline.runSync(pipeline.parse(file), file)
  const [fault] = file.messages
  if (fault !== undefined)
    throw new Error(`maths: ${fault.cause instanceof Error ? fault.cause.message : fault.reason}`)
  return toHtml(tree)
}

/** The same for a text of one paragraph, without the `<p>` around it, to stand inside a label or a button. */
export function renderInlineMarkdown(text: string): string {
  const html = renderMarkdown(text)
  const single = /^<p>([\s\S]*)<\/p>$/.exec(html)
  return single?.[1] !== undefined && !single[1].includes('<p>') ? single[1] : html
}
