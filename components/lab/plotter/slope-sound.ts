/**
 * The slope as a tone: its pitch is an octave higher for each 1 that the slope is steeper, its loudness the slope's size. A
 * slope of 0 is silence, which is what a dead unit hears of the loss.
 */

/** Of slope 0, in Hz. */
const BASE_HZ = 262
const OCTAVES = 2
const LOUDEST = 0.2

export interface Tone {
  hertz: number
  /** 0 to 1. */
  gain: number
}

export function toneOf(slope: number): Tone {
  if (!Number.isFinite(slope)) return { hertz: BASE_HZ, gain: 0 }
  const octaves = Math.min(OCTAVES, Math.max(-OCTAVES, slope))
  return { hertz: BASE_HZ * 2 ** octaves, gain: LOUDEST * Math.min(1, Math.abs(slope)) }
}

/** A finger that rests is not played to for ever. */
const FADE_MS = 350
const GLIDE_S = 0.015

export interface SlopeSound {
  play(slope: number): void
  close(): void
}

/** Only after a press: browsers play nothing before. Null where there is no sound to be had. */
export function createSlopeSound(): SlopeSound | null {
  if (typeof AudioContext === 'undefined') return null
  const context = new AudioContext()
  const oscillator = context.createOscillator()
  const volume = context.createGain()
  volume.gain.value = 0
  oscillator.type = 'triangle'
  oscillator.connect(volume).connect(context.destination)
  oscillator.start()
  let timer = 0
  const glide = (parameter: AudioParam, value: number) => parameter.setTargetAtTime(value, context.currentTime, GLIDE_S)
  return {
    play(slope) {
      const { hertz, gain } = toneOf(slope)
      void context.resume()
      glide(oscillator.frequency, hertz)
      glide(volume.gain, gain)
      window.clearTimeout(timer)
      timer = window.setTimeout(() => glide(volume.gain, 0), FADE_MS)
    },
    close() {
      window.clearTimeout(timer)
      void context.close()
    },
  }
}
