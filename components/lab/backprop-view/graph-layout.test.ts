/** For every network that can be set, in every size: nothing covers anything, and the keys lead everywhere. */
import { describe, expect, test } from 'vitest'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { type Box, layOut, neighbourOf, SIZES } from './graph-layout'
import { LOSS, planNetwork } from './network-plan'

const { defaults } = LAB_WIDGETS['backprop-view']
const COUNTS = [1, 2, 3]
const networks = COUNTS.flatMap((inputs) =>
  COUNTS.flatMap((units) => [0, ...COUNTS].map((more) => ({ ...defaults, inputs, units, 'more-units': more }))),
)

describe.each(networks)('$inputs inputs, $units and $more-units units', (settings) => {
  const plan = planNetwork(settings)
  const layouts = SIZES.map((sizes) => layOut(plan, sizes))

  test('everything has its place, inside the picture, and no two share one', () => {
    for (const { boxes, width, height, top } of layouts) {
      expect(boxes.map(({ id }) => id).sort()).toEqual([...plan.names.keys()].sort())
      for (const box of boxes) {
        expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width / 2).toBeLessThanOrEqual(width)
        expect(box.y - box.height / 2).toBeGreaterThanOrEqual(top)
        expect(box.y + box.height / 2).toBeLessThanOrEqual(top + height)
      }
      const covering = boxes.flatMap((a, i) =>
        boxes.slice(i + 1).flatMap((b) => (cover(a, b) ? [`${a.id} ${b.id}`] : [])),
      )
      expect(covering).toEqual([])
    }
  })

  test('the arrow keys lead from any number to any other', () => {
    for (const { boxes } of layouts) {
      const reached = new Set([LOSS])
      for (const id of reached) {
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          const next = neighbourOf(boxes, id, key)
          if (next !== null) reached.add(next)
        }
      }
      expect(reached.size).toBe(boxes.length)
    }
  })
})

test('keys that move nothing are left to the page', () => {
  const { boxes } = layOut(planNetwork(defaults), { node: 90, pill: 70, gap: 100 })
  expect(neighbourOf(boxes, 'loss', 'a')).toBeNull()
  expect(neighbourOf(boxes, 'x1', 'Tab')).toBeNull()
  expect(neighbourOf(boxes, 'x1', 'ArrowLeft')).toBe('x1')
  expect(neighbourOf(boxes, 'x2', 'End')).toBe(LOSS)
  expect(neighbourOf(boxes, 'wo.1', 'Home')).toBe('x1')
})

const cover = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
