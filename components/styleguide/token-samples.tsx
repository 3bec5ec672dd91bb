'use client'

/** Type, colours and the palette of activations. What is made of them is in the other samples. */
import { useEffect, useRef, useState } from 'react'
import { contrast, simulate, VISIONS } from '@/components/plot/color-vision'
import { activationLook } from '@/components/training/activation-look'
import { ACTIVATION_NAMES } from '@/lib/engine'
import { BothThemes, Sample } from './sample'

const SURFACES = ['page', 'surface', 'sunken', 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft']
const WORDS = ['ink', 'muted', 'faint', 'accent', 'accent-strong', 'good', 'warn', 'bad']
const SIZES = [
  ['text-6xl', 'h1, start page'],
  ['text-5xl', 'h1'],
  ['text-4xl', 'h1 on a phone'],
  ['text-3xl', 'h2 of a page'],
  ['text-2xl', 'h2, h3'],
  ['text-xl', 'h3, summaries'],
  ['text-lg', 'lead'],
] as const

/** Colours, letters and the palette: what the rest is made of. */
export function TokenSamples() {
  return (
    <>
      <Sample
        name="Type"
        use="Source Serif for what is read, Inter for what is used; both come with the site. Text of lessons is 18 px, of the interface 16 and never below 14."
      >
        <div className="flex flex-col gap-3">
          {SIZES.map(([size, use]) => (
            <p key={size} className="flex flex-wrap items-baseline gap-x-4">
              <span className={`font-semibold font-serif leading-tight ${size}`}>A bend in the line</span>
              <span className="text-muted text-sm">
                {size}: {use}
              </span>
            </p>
          ))}
        </div>
      </Sample>
      <Sample name="Colours" use="Warm paper and ink. The one accent means: this can be followed, pressed or run.">
        <BothThemes>
          {() => (
            <>
              <ul className="grid grid-cols-2 gap-2 text-sm sm:grid-cols-4">
                {SURFACES.map((name) => (
                  <li
                    key={name}
                    className="rounded-control border border-line p-3"
                    style={{ background: `var(--${name})` }}
                  >
                    {name}
                  </li>
                ))}
              </ul>
              <ul className="flex flex-wrap gap-x-5 gap-y-1 font-medium">
                {WORDS.map((name) => (
                  <li key={name} style={{ color: `var(--${name})` }}>
                    {name}
                  </li>
                ))}
              </ul>
            </>
          )}
        </BothThemes>
      </Sample>
      <Sample
        name="Activations"
        use="One colour a family, one line a variant, the same in every plot; the smaller swatches show them as the colour-blind see them. scripts/palette.test.ts holds the bounds."
      >
        <BothThemes>{(theme) => <Palette key={theme} />}</BothThemes>
      </Sample>
    </>
  )
}

function Palette() {
  const ref = useRef<HTMLUListElement>(null)
  const [colors, setColors] = useState<Record<string, string>>({})
  useEffect(() => {
    if (ref.current === null) return
    const style = getComputedStyle(ref.current)
    const read = (token: string) => style.getPropertyValue(`--${token}`).trim()
    const names = [...ACTIVATION_NAMES.map((name) => `act-${name}`), 'surface']
    setColors(Object.fromEntries(names.map((name) => [name, read(name)])))
  }, [])
  return (
    <ul ref={ref} className="flex flex-col gap-1.5 text-sm">
      {ACTIVATION_NAMES.map((name) => {
        const { label, color, dash } = activationLook(name)
        const seen = colors[`act-${name}`]
        return (
          <li key={name} className="flex items-center gap-3">
            <svg aria-hidden="true" width={56} height={8}>
              <line x1={2} x2={54} y1={4} y2={4} stroke={color} strokeWidth={4} strokeDasharray={dash} />
            </svg>
            <span className="w-32">{label}</span>
            {seen && colors.surface ? (
              <>
                <span className="w-14 text-muted tabular-nums">{contrast(seen, colors.surface).toFixed(1)} : 1</span>
                {VISIONS.map((vision) => (
                  <span
                    key={vision}
                    title={vision}
                    className="size-4 rounded-full"
                    style={{ background: simulate(seen, vision) }}
                  />
                ))}
              </>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
