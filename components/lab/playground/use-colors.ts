'use client'

import { useMemo } from 'react'
import { classVariable, parseHexColor } from '@/components/plot/class-colors'
import { useThemeVersion } from '@/components/plot/use-theme-version'
import { certaintyPalette } from './paint'

export interface Palettes {
  classes: Uint32Array
  /** Of units: negative, then positive. */
  units: Uint32Array
}

/** The theme's colours as pixels: a canvas holds them by value. */
export function usePalettes(): Palettes {
  const theme = useThemeVersion()
  return useMemo(() => {
    // Read anew whenever the theme changes.
    const style = theme < 0 || typeof document === 'undefined' ? null : getComputedStyle(document.documentElement)
    const color = (name: string) => parseHexColor(style?.getPropertyValue(name) ?? '')
    return {
      classes: certaintyPalette(
        Array.from({ length: 6 }, (_, index) => color(classVariable(index))),
        0.08,
        0.52,
      ),
      units: certaintyPalette([color('--warn'), color('--accent')], 0, 0.72),
    }
  }, [theme])
}
