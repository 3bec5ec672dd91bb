/** Works out what a learner's expression is like: a tenth of a second of intervals, which the page must not wait for. */
import { type ActivationDescription, describeActivation, parseActivation } from '@/lib/engine'

export interface DescribeAnswer {
  source: string
  /** Null where it is no expression. */
  description: ActivationDescription | null
}

addEventListener('message', ({ data: source }: MessageEvent<string>) => {
  const parsed = parseActivation(source)
  const answer: DescribeAnswer = { source, description: parsed.ok ? describeActivation(parsed.activation) : null }
  postMessage(answer)
})
