/**
 * Tries every unit on every training example, step after step: how many it is awake on, and how many of those that the next
 * step learns from. Awake means that the sum which the activation reads is above 0, so that ReLU lets it through; of a ReLU
 * unit nothing else is to be known, of a leaky one it says what would be left under ReLU. The sums are the network's own.
 */
import type { Dataset, ExperimentSpec, Trainer } from '@/lib/engine'
import { EpochOrder, layerOutputs } from '@/lib/engine/doors/look'
import { readInputs } from '@/lib/engine/doors/trainer'
import type { UnitLooks } from './unit-protocol'

export class UnitLooker {
  /** Of each hidden layer, how many there are. */
  readonly layers: number[]
  /** In the model: what each activation reads. */
  readonly sums: number[]
  private readonly inputs: Float32Array
  private readonly count: number
  private readonly units: number
  private readonly order: EpochOrder
  private rows: { awake: Uint16Array; inBatch: Uint16Array }[] = []
  private first = 0

  constructor(
    { train }: Dataset,
    private readonly spec: Pick<ExperimentSpec, 'model' | 'batch'>,
    seed: number,
  ) {
    this.count = train.count
    this.inputs = readInputs(train, 2, 0, train.count)
    this.sums = spec.model.flatMap(({ layer }, index) => (layer === 'activation' ? [index - 1] : []))
    this.layers = this.sums.map((index) => {
      const below = spec.model[index]
      return below?.layer === 'linear' ? below.units : 0
    })
    this.units = this.layers.reduce((sum, units) => sum + units, 0)
    this.order = new EpochOrder(train.count, seed, [])
  }

  /** Of each hidden layer the sums of all training examples, [examples, units]. */
  readSums(trainer: Trainer): Float32Array[] {
    return layerOutputs(trainer.parts.network, this.sums, this.inputs, this.count)
  }

  /** The training examples that the step after `step` completed ones learns from. Until the next call: a part of one array. */
  batchAfter(step: number, stepsPerEpoch: number): Uint32Array {
    this.order.turnTo(Math.floor(step / stepsPerEpoch))
    const first = (step % stepsPerEpoch) * this.spec.batch
    return this.order.examples.subarray(first, first + this.spec.batch)
  }

  /** Looks at a network as it stands. */
  look(trainer: Trainer): void {
    const { step } = trainer
    if (this.rows.length === 0) this.first = step
    const batch = this.batchAfter(step, trainer.stepsPerEpoch)
    const row = { awake: new Uint16Array(this.units), inBatch: new Uint16Array(this.units) }
    let at = 0
    for (const [layer, sums] of this.readSums(trainer).entries()) {
      const units = this.layers[layer] as number
      for (let example = 0; example < this.count; example++) countRow(sums, example, units, row.awake, at)
      for (const example of batch) countRow(sums, example, units, row.inBatch, at)
      at += units
    }
    this.rows.push(row)
  }

  /** What was seen since the last call. */
  take(): UnitLooks {
    const { rows, units, first } = this
    const awake = new Uint16Array(rows.length * units)
    const inBatch = new Uint16Array(rows.length * units)
    for (const [r, row] of rows.entries()) {
      awake.set(row.awake, r * units)
      inBatch.set(row.inBatch, r * units)
    }
    this.rows = []
    return { first, awake, inBatch }
  }
}

/** One example's sums, [units], each above 0 counted from `at` on. */
function countRow(sums: Float32Array, example: number, units: number, into: Uint16Array, at: number): void {
  const from = example * units
  for (let unit = 0; unit < units; unit++) {
    if ((sums[from + unit] as number) > 0) into[at + unit] = (into[at + unit] as number) + 1
  }
}
