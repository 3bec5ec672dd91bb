'use client'

import { useMemo } from 'react'
import { type CalibrationPlan, type CalibrationSettings, planOf } from './calibration-spec'

/** The plan of what is set; the same one while only threshold, temperature and what else is merely read change. */
export function usePlan(settings: CalibrationSettings): CalibrationPlan {
  const { rare, samples, noise, draw, units, layers, act, weight, gamma, lr, epochs, seed } = settings
  return useMemo(
    () => planOf({ rare, samples, noise, draw, units, layers, act, weight, gamma, lr, epochs, seed }),
    [rare, samples, noise, draw, units, layers, act, weight, gamma, lr, epochs, seed],
  )
}
