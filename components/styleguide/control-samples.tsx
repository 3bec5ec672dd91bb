'use client'

/** What is pressed, chosen or filled in, in every state. What only holds or tells something is surface-samples.tsx. */
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { NumberSlider } from '@/components/ui/number-slider'
import { Segmented } from '@/components/ui/segmented'
import { SelectField } from '@/components/ui/select-field'
import { Slider } from '@/components/ui/slider'
import { TextField } from '@/components/ui/text-field'
import { BothThemes, Row, Sample } from './sample'

const VARIANTS = ['primary', 'secondary', 'quiet', 'danger'] as const
const ACTIVATIONS = [
  { value: 'relu', label: 'ReLU' },
  { value: 'swish', label: 'Swish' },
  { value: 'gelu', label: 'GELU' },
] as const

/** Everything that is pressed, chosen or filled in, in every state. */
export function ControlSamples() {
  return (
    <>
      <Sample
        name="Button"
        use="Primary: the one thing to do next. Secondary: another. Quiet: in passing. Danger: cannot be undone."
      >
        <BothThemes>
          {() => (
            <>
              {VARIANTS.map((variant) => (
                <Row key={variant}>
                  <Button variant={variant} size="lg">
                    {variant}
                  </Button>
                  <Button variant={variant}>usual</Button>
                  <Button variant={variant} size="sm">
                    small
                  </Button>
                  <Button variant={variant} disabled>
                    disabled
                  </Button>
                  <Button variant={variant} loading>
                    loading
                  </Button>
                </Row>
              ))}
              <Row>
                <ButtonLink href="/styleguide">a link that looks like one</ButtonLink>
              </Row>
            </>
          )}
        </BothThemes>
      </Sample>
      <Sample
        name="Fields"
        use="The platform’s own controls, labelled above; what is wrong stands below, and is read out."
      >
        <BothThemes>{(theme) => <Fields key={theme} theme={theme} />}</BothThemes>
      </Sample>
      <Sample
        name="Number with a slider"
        use="Typed exactly, or drawn along: mouse, finger, arrow keys. Rates and temperatures go by equal ratios."
      >
        <BothThemes>{() => <Numbers />}</BothThemes>
      </Sample>
    </>
  )
}

function Fields({ theme }: { theme: string }) {
  const [activation, setActivation] = useState<(typeof ACTIVATIONS)[number]['value']>('relu')
  const [rate, setRate] = useState(0.1)
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField label="E-mail" hint="We send nothing but sign-in links." placeholder="you@example.org" />
      <TextField label="Password" defaultValue="short" error="At least 8 characters, please." />
      <TextField label="Seeds" defaultValue="0, 1, 2" disabled />
      <SelectField label="Activation" value={activation} options={ACTIVATIONS} onChange={setActivation} />
      <SelectField
        label="Activation, disabled"
        value={activation}
        options={ACTIVATIONS}
        onChange={setActivation}
        disabled
      />
      <Slider label="Learning rate" value={rate} min={0} max={1} step={0.05} onChange={setRate} />
      <Slider label="Disabled" value={rate} min={0} max={1} step={0.05} onChange={setRate} disabled />
      <div>
        <Segmented legend="Activation" value={activation} options={ACTIVATIONS} onChange={setActivation} />
      </div>
      {(['radio', 'checkbox'] as const).map((type) => (
        <Row key={type}>
          {['free', 'chosen', 'chosen, disabled'].map((state) => (
            <label key={state} className="inline-flex items-center gap-2">
              <input
                type={type}
                name={`${theme} ${type} ${state}`}
                className="choice"
                defaultChecked={state !== 'free'}
                disabled={state.endsWith('disabled')}
              />
              {state}
            </label>
          ))}
        </Row>
      ))}
    </div>
  )
}

function Numbers() {
  const [alpha, setAlpha] = useState(0.3)
  const [rate, setRate] = useState(0.01)
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <NumberSlider label="α of Leaky ReLU" value={alpha} min={0} max={1} step={0.01} onChange={setAlpha} />
      <NumberSlider
        label="Learning rate"
        hint="Equal ratios are equally far apart."
        value={rate}
        min={0.0001}
        max={10}
        step={0.001}
        logarithmic
        onChange={setRate}
      />
      <NumberSlider label="Not now" value={3} min={0} max={9} step={1} whole disabled onChange={setAlpha} />
    </div>
  )
}
