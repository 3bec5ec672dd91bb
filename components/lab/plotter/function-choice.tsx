'use client'

import { memo } from 'react'
import { activationLook } from '@/components/training/activation-look'
import { ACTIVATION_NAMES, type ActivationName, activations } from '@/lib/engine'

interface FunctionChoiceProps {
  chosen: readonly ActivationName[]
  onChange: (chosen: ActivationName[]) => void
}

/** Every activation the engine has, to be drawn or not. */
export const FunctionChoice = memo(function FunctionChoice({ chosen, onChange }: FunctionChoiceProps) {
  const toggle = (name: ActivationName) =>
    onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name])
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 font-medium text-sm">Functions</legend>
      <div className="grid grid-cols-2 gap-x-3 @md:grid-cols-3 @4xl:grid-cols-2">
        {ACTIVATION_NAMES.map((name) => {
          const { color, dash } = activationLook(name)
          return (
            <label key={name} className="flex min-h-9 min-w-0 cursor-pointer items-center gap-2 text-sm">
              <input
                type="checkbox"
                className="choice shrink-0"
                checked={chosen.includes(name)}
                onChange={() => toggle(name)}
              />
              <span className="min-w-0">
                {activations[name].title}
                <svg aria-hidden="true" width={30} height={4} className="block">
                  <line x1={0} x2={30} y1={2} y2={2} stroke={color} strokeWidth={3} strokeDasharray={dash} />
                </svg>
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
})
