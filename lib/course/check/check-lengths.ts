/**
 * Checks what a reader is promised and asked to bear: that a lesson's minutes fit
 * its text and its experiments, and that no section is much harder to read than
 * lessons are. Pure: trees in, problems out.
 */
import type { Root } from 'mdast'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { checkVocabulary } from '@/lib/course/prose/check-vocabulary'
import { readabilityOf } from '@/lib/course/prose/readability'
import { readingMinutes } from '@/lib/course/prose/reading-time'

/**
 * Minutes that one experiment may be given: to run it once and look, to change it and run it again. Seconds of training
 * are in neither, because recipes are short. An estimate of ours, as is the time to stop and think.
 */
const PER_EXPERIMENT = { least: 1 / 3, most: 1.5 }
const TO_THINK = 2

/**
 * On Björnsson's scale (readability.ts names the source) a LIX of 40 is of middling difficulty, 50 hard and 60 very hard;
 * the line is drawn between the last two. A section of fewer words says little about its style. That a sentence of more
 * than 70 words is too long is our own rule; in our lessons the mean is fourteen.
 */
const HARDEST_LIX = 55
const FEWEST_WORDS = 60
const LONGEST_SENTENCE = 70

/** `file` is the lesson.yaml; `texts` are all versions of it. */
export function checkMinutes(file: string, minutes: number, texts: readonly { tree: Root }[]): ContentProblem[] {
  const spans = texts.map(({ tree }) => {
    const experiments = checkVocabulary(tree).uses.filter(({ tag }) => tag === 'Experiment').length
    return { reading: readingMinutes(tree), experiments }
  })
  const longest = spans.sort((a, b) => b.reading - a.reading)[0]
  if (longest === undefined) return []
  const { reading, experiments } = longest
  const least = Math.ceil(reading + PER_EXPERIMENT.least * experiments)
  const most = Math.floor(reading + PER_EXPERIMENT.most * experiments + TO_THINK)
  if (minutes >= least && minutes <= most) return []
  const runs = experiments === 1 ? '1 experiment is' : `${experiments} experiments are`
  const message = `${minutes} does not fit the text: reading takes ${reading}, and ${runs} to be run. Say ${least} to ${most}.`
  return [{ file, key: 'minutes', message }]
}

export function checkReadability(file: string, tree: Root): ContentProblem[] {
  return readabilityOf(tree).flatMap(({ anchor, line, words, lix, longest }) => {
    const problems: ContentProblem[] = []
    if (words >= FEWEST_WORDS && lix > HARDEST_LIX) {
      const where = anchor === null ? 'the opening' : `the section "${anchor}"`
      const message = `${where} is hard to read: its LIX is ${lix.toFixed(0)}, and ${HARDEST_LIX} is the most. Use shorter sentences, or fewer words of seven letters and more.`
      problems.push({ file, key: `${line}:1`, message })
    }
    if (longest.words > LONGEST_SENTENCE) {
      const message = `the sentence "${longest.start} …" has ${longest.words} words, and ${LONGEST_SENTENCE} are the most. Make two of it.`
      problems.push({ file, key: `${longest.line}:1`, message })
    }
    return problems
  })
}
