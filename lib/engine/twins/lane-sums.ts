const round = Math.fround

/** Adds numbers in the order of four SIMD lanes: the i-th goes to lane i mod 4; the sum is (0 + 1) + (2 + 3). */
export class LaneSum {
  private readonly lanes = new Float32Array(4)

  add(i: number, value: number): void {
    const lane = i & 3
    this.lanes[lane] = (this.lanes[lane] as number) + value
  }

  /** Adds another's lanes to these. */
  addLanes(other: LaneSum): void {
    for (let lane = 0; lane < 4; lane++) this.add(lane, other.lanes[lane] as number)
  }

  get total(): number {
    const [a, b, c, d] = this.lanes as unknown as [number, number, number, number]
    return round(round(a + b) + round(c + d))
  }
}
