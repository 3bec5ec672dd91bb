'use client'

import { AudioLines, Volume2, VolumeX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import type { PlotterCurve } from './curves'
import type { SlopeSoundState } from './use-slope-sound'

interface SoundControlsProps {
  sound: SlopeSoundState
  curves: readonly PlotterCurve[]
  /** The curve that is heard. */
  heard: PlotterCurve['id']
  onHeard: (id: PlotterCurve['id']) => void
}

/** The slope as a tone: off until it is asked for. */
export function SoundControls({ sound, curves, heard, onHeard }: SoundControlsProps) {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2 [&_svg]:size-4">
        <Button variant="secondary" size="sm" aria-pressed={sound.on} onClick={sound.toggle}>
          {sound.on ? <Volume2 aria-hidden="true" /> : <VolumeX aria-hidden="true" />}
          Hear the slope
        </Button>
        {sound.sweep === null ? null : (
          <Button variant="secondary" size="sm" onClick={sound.sweep}>
            <AudioLines aria-hidden="true" />
            From left to right
          </Button>
        )}
      </div>
      {sound.unavailable ? <p className="m-0 text-bad text-sm">This browser plays no sound to a page.</p> : null}
      {sound.on ? (
        <>
          <p className="m-0 text-muted text-xs">
            Move along the curve: the steeper, the higher and louder; a slope of 0 is silent.
          </p>
          {curves.length > 1 ? (
            <SelectField
              label="Which function"
              value={heard}
              options={curves.map(({ id, label }) => ({ value: id, label }))}
              onChange={onHeard}
            />
          ) : null}
        </>
      ) : null}
    </div>
  )
}
