'use client'

import { useMemo } from 'react'
import { parseHexColor } from '@/components/plot/class-colors'
import { certaintyPalette, classPalette } from '@/components/plot/paint'
import { useThemeVersion } from '@/components/plot/use-theme-version'

export interface Palettes {
  classes: Uint32Array
  /** Of units: negative, then positive. */
  units: Uint32Array
}

/** The theme's colours as pixels: a canvas holds them by value. */
export function usePalettes(): Palettes {
  const theme = useThemeVersion()
  return useMemo(() => {
    // Read anew whenever the theme changes; there is nothing to read on the server.
    if (theme < 0 || typeof document === 'undefined') return { classes: new Uint32Array(), units: new Uint32Array() }
    const root = document.documentElement
    const color = (name: string) => parseHexColor(getComputedStyle(root).getPropertyValue(name))
    return { classes: classPalette(root), units: certaintyPalette([color('--warn'), color('--accent')], 0, 0.72) }
  }, [theme])
}
