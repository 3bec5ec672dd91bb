/**
 * A training step of a model with batch norm, cut wherever a layer needs the whole batch: phases that each chunk goes
 * through on its own, and between them what joins the chunks, in their order. So it is of no importance which thread did
 * which chunk, or how many there are. Not here: who does them when (crew/crew.ts), and how (crew/item-runner.ts).
 */
import type { BatchSizes, Cut, WholeBatch } from '../nn/layer'
import type { ArenaPlan } from '../program/arena'
import { Program, type Stretch } from '../program/program'

/** From word `first` to before word `end`. */
interface Words {
  first: number
  end: number
}

/** What chunks do from one cut to the next: calls of their own, calls that evaluation makes as well, calls of their own. */
interface Section {
  begin: Words
  middle: Words
  end: Words
  joint: Words
}

const NONE: Words = { first: 0, end: 0 }

/** Follows a program as it is written and notes where training leaves it. */
export class Cuts implements WholeBatch {
  readonly examples: number
  readonly chunks: number
  readonly gradientStep: number
  readonly afterStep = new Program()
  private readonly own = new Program()
  private readonly joint = new Program()
  private readonly sections: Section[] = []
  private begin = NONE
  private taken = 0

  constructor(
    private readonly program: Program,
    { examples, chunks, gradientStep }: BatchSizes,
  ) {
    this.examples = examples
    this.chunks = chunks
    this.gradientStep = gradientStep
  }

  cut({ chunk, batch, behind, evaluation }: Cut): void {
    this.endSection(wordsOf(this.own, chunk), wordsOf(this.joint, batch))
    this.begin = wordsOf(this.own, behind)
    evaluation(this.program)
    this.taken = this.program.length
  }

  private endSection(end: Words, joint: Words): void {
    const middle = { first: this.taken, end: this.program.length }
    this.sections.push({ begin: this.begin, middle, end, joint })
  }

  /** `start`: where the program lies. To be called once, when it is written to its end. */
  place(plan: ArenaPlan, start: number): { work: Stretch[]; joint: Stretch | null }[] {
    this.endSection(NONE, NONE)
    const own = plan.constant(this.own.words)
    const joint = plan.constant(this.joint.words)
    return this.sections.map((section) => ({
      work: [stretchOf(own, section.begin), stretchOf(start, section.middle), stretchOf(own, section.end)],
      joint: section.joint === NONE ? null : stretchOf(joint, section.joint),
    }))
  }
}

function wordsOf(program: Program, emit: (program: Program) => void): Words {
  const first = program.length
  emit(program)
  return { first, end: program.length }
}

function stretchOf(start: number, { first, end }: Words): Stretch {
  return { start: start + 4 * first, end: start + 4 * end }
}

export interface Phase {
  forward: Stretch[]
  /** Whether the loss is measured, after `forward` and before `backward`. */
  measures: boolean
  backward: Stretch[]
  /** What joins the chunks when all are through. */
  joint: Stretch | null
}

/** Forwards, then backwards; the loss and what lies right before and behind it are one phase. */
export function joinCuts(
  plan: ArenaPlan,
  { forward, backward }: { forward: Stretch; backward: Stretch },
  cuts: { forward: Cuts; backward: Cuts },
): Phase[] {
  const before = cuts.forward.place(plan, forward.start)
  const after = cuts.backward.place(plan, backward.start)
  const middle = before.length - 1
  return [
    ...before.slice(0, middle).map(({ work, joint }) => ({ forward: work, measures: false, backward: [], joint })),
    ...after.map(({ work, joint }, i) => {
      const measures = i === 0
      return { forward: measures ? (before[middle]?.work ?? []) : [], measures, backward: work, joint }
    }),
  ]
}
