import type { LayerMaps } from '@/lib/training/look/look-protocol'

export interface ChannelRow {
  /** From 1. */
  channel: number
  least: number
  mean: number
  most: number
  /** Share of the places that are exactly 0. */
  zeros: number
}

/** What the map of each channel holds, in numbers. */
export function channelRows({ channels, values }: Pick<LayerMaps, 'channels' | 'values'>): ChannelRow[] {
  const places = values.length / channels
  return Array.from({ length: channels }, (_, channel) => {
    const own = values.filter((_value, at) => at % channels === channel)
    return {
      channel: channel + 1,
      least: own.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
      mean: own.reduce((sum, value) => sum + value, 0) / places,
      most: own.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY),
      zeros: own.filter((value) => value === 0).length / places,
    }
  })
}

/** Share of all numbers of a layer that are exactly 0: what the engine skips on the way back. */
export function zeroShare({ values }: Pick<LayerMaps, 'values'>): number {
  return values.filter((value) => value === 0).length / Math.max(1, values.length)
}
