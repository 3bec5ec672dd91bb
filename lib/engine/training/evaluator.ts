/** Measures a network on whole sets of examples: validation metrics and probe readings. Changes no weight. */
import type { Dataset } from '../data/dataset'
import type { Network } from '../network/network'
import type { Observer } from '../probes/observer'
import type { ProbeReading } from '../probes/probe'
import type { ProbeKit } from '../probes/probe-kit'
import type { LayerUpdate } from '../probes/update-watch'
import type { ProbeName } from '../spec/spec'
import type { Heartbeat } from './heartbeat'
import type { Metrics } from './report'

export interface Evaluation {
  validation: Metrics
  probes: ProbeReading[]
}

export class Evaluator {
  private readonly observer: Observer | null

  constructor(
    private readonly network: Network,
    private readonly heartbeat: Heartbeat,
    private readonly dataset: Dataset,
    probeNames: readonly ProbeName[],
    kit: ProbeKit | null,
  ) {
    const program = network.plan.inspection
    this.observer = program && (kit?.createObserver(network, program, dataset, probeNames, heartbeat) ?? null)
  }

  /** `updates`: what the step just made did to each layer. Yields the fraction done where control may be given up. */
  *evaluate(updates: readonly LayerUpdate[]): Generator<number, Evaluation> {
    const { count } = this.dataset.validation
    const observation = this.observer?.begin(updates)
    const total = count + (observation?.work ?? 0)
    const validation = yield* this.measureValidation(total)
    return { validation, probes: observation ? yield* observation.read(count, total) : [] }
  }

  private *measureValidation(total: number): Generator<number, Metrics> {
    const { network } = this
    const { count: size } = this.dataset.validation
    let lossSum = 0
    let correct = 0
    for (let first = 0; first < size; first += network.capacity) {
      const slots = network.beginRound(
        'validation',
        first,
        Math.min(network.capacity, size - first),
        null,
        1 / size,
        false,
      )
      while (network.crew.next()) if (this.heartbeat.isDue(network.chunk / 3)) yield first / total
      network.crew.settle()
      const sums = network.sumResults(slots)
      lossSum += sums.lossSum
      correct += sums.correct
    }
    return { loss: lossSum / size, accuracy: network.countsCorrect ? correct / size : null }
  }
}
