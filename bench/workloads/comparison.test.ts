import { expect, test } from 'vitest'
import { COMPARISONS, chooseComparisons, findGoal, PEERS } from './comparison'

test('every peer is measured somewhere, and none twice in one comparison', () => {
  expect(new Set(COMPARISONS.flatMap(({ peers }) => peers))).toEqual(new Set(PEERS))
  for (const { peers } of COMPARISONS) expect(new Set(peers).size).toBe(peers.length)
})

test('no two comparisons are of the same thing', () => {
  const names = COMPARISONS.map(({ workload, activation, threads }) => `${workload} ${activation} ${threads}`)
  expect(new Set(names).size).toBe(names.length)
})

test('each goal of ENGINE.md belongs to a row that is measured', () => {
  const goals = COMPARISONS.flatMap((comparison) => comparison.peers.map((peer) => findGoal(comparison, peer)))
  // Eight single rows, and two against the better of PyTorch's layouts, which are two rows each.
  expect(goals.filter((goal) => goal !== null)).toHaveLength(12)
  for (const goal of goals) if (goal !== null) expect(goal.goal).toBeGreaterThan(goal.floor)
})

test('a choice narrows by peer, workload, activation and threads; a comparison without peers is gone', () => {
  expect(chooseComparisons({})).toEqual(COMPARISONS)
  expect(chooseComparisons({ peers: ['self-1-thread'] })).toEqual([
    { workload: 'cnn', activation: 'relu', threads: 2, peers: ['self-1-thread'] },
  ])
  expect(chooseComparisons({ workloads: ['cnn'], activations: ['relu'], threads: [1], peers: ['jax-js'] })).toEqual([
    { workload: 'cnn', activation: 'relu', threads: 1, peers: ['jax-js'] },
  ])
  expect(chooseComparisons({ workloads: ['mlp'], peers: ['self-1-thread'] })).toEqual([])
})
