'use client'

/**
 * `<BackpropView>`: a tiny network, taken apart into single multiplications, forward, backward and through an update. It
 * arranges; what is computed is tape-run.ts, and each part draws itself.
 */
import { useCallback, useMemo, useState } from 'react'
import { ExportMenu } from '@/components/export/export-menu'
import { LabFrame } from '@/components/lab/lab-frame'
import { useLab } from '@/components/lab/use-lab'
import type { LabProps } from '@/components/lab/use-lab-settings'
import { useOnScreen } from '@/components/lab/use-on-screen'
import { BackpropControls } from './backprop-controls'
import { backpropExports } from './backprop-exports'
import { CheckTable } from './check-table'
import { ComputationTable } from './computation-table'
import { Equation } from './equation'
import { NetworkGraph } from './network-graph'
import { LOSS, planNetwork, TARGET } from './network-plan'
import { QuantityCard } from './quantity-card'
import { PHASE_NAMES, StepControls } from './step-controls'
import { equationOf, printNumber } from './step-equation'
import { knownAt, nextPhase, resultOf } from './step-result'
import { sentenceOf } from './step-sentence'
import { differenceOf, runTape } from './tape-run'
import { UpdateCard } from './update-card'
import { usePlaying } from './use-playing'

export function BackpropView(props: LabProps<'backprop-view'>) {
  const { lab, frame, announce } = useLab('backprop-view', props)
  const { ref, onScreen } = useOnScreen<HTMLElement>()
  const { settings, set } = lab
  const plan = useMemo(() => planNetwork(settings), [settings])
  const run = useMemo(() => runTape(settings, plan), [settings, plan])
  const last = run.steps.length - 1
  const step = Math.min(settings.step, last)
  const fact = run.steps[step] ?? { kind: 'start' as const }
  const result = resultOf(fact)
  const sentence = sentenceOf(fact, plan)

  const known = useMemo(() => {
    const given = [...plan.inputs, ...plan.parameters, TARGET] as const
    return knownAt(run, step, new Map(given.map((id) => [id, settings[id as typeof TARGET]])))
  }, [run, step, plan, settings])
  const differences = useMemo(
    () =>
      settings.check
        ? new Map([...plan.inputs, ...plan.parameters].map((id) => [id as string, differenceOf(id, settings, plan)]))
        : null,
    [settings, plan],
  )

  // What was pointed at, else what was chosen, else what this step made.
  const [pointed, setPointed] = useState<string | null>(null)
  const [picked, setPicked] = useState<string | null>(null)
  const there = (id: string | null | undefined) => (id && plan.names.has(id) ? id : null)
  const chosen = there(picked) ?? there(result.made?.id) ?? LOSS
  const shown = there(pointed) ?? chosen
  const goTo = useCallback(
    (next: number) => {
      const to = Math.min(last, Math.max(0, next))
      set({ step: to }, { silent: true })
      const reached = run.steps[to]
      setPicked(null)
      if (reached === undefined) return
      announce(`Step ${to} of ${last}, ${PHASE_NAMES[resultOf(reached).phase]}. ${sentenceOf(reached, plan)}`)
    },
    [set, announce, run, plan, last],
  )
  const { playing, setPlaying } = usePlaying({ onScreen, atEnd: step === last, next: () => goTo(step + 1) })
  const stepTo = (next: number) => {
    setPlaying(false)
    goTo(next)
  }

  function takeStep() {
    setPlaying(false)
    set({ ...Object.fromEntries(run.updated), step: 0 })
    announce(`The weights are updated. The loss was ${printNumber(run.loss)} and is ${printNumber(run.lossAfter)}.`)
  }

  return (
    <LabFrame
      {...frame}
      frameRef={ref}
      exportMenu={<ExportMenu size="sm" items={() => Promise.resolve(backpropExports(run, plan, settings))} />}
      controls={<BackpropControls lab={lab} plan={plan} />}
      below={
        <div className="flex flex-col gap-4">
          <UpdateCard run={run} settings={settings} onUpdate={takeStep} />
          <label className="inline-flex min-h-9 w-fit cursor-pointer items-center gap-2.5 font-medium text-sm">
            <input
              type="checkbox"
              checked={settings.check}
              onChange={(event) => set({ check: event.target.checked })}
              className="choice shrink-0"
            />
            Check every gradient against differences
          </label>
          {differences === null ? null : <CheckTable run={run} plan={plan} differences={differences} />}
          <ComputationTable run={run} plan={plan} settings={settings} onStep={stepTo} />
        </div>
      }
    >
      <StepControls
        step={step}
        last={last}
        phase={result.phase}
        playing={playing}
        onStep={stepTo}
        onPhase={() => stepTo(nextPhase(run, step))}
        onPlay={() => setPlaying(!playing)}
      />
      <div className="flex min-h-52 @2xl:min-h-40 flex-col gap-2 rounded-card border border-line bg-page p-4">
        <Equation lines={equationOf(fact, { plan, values: run.values, loss: settings.loss })} />
        <p className="m-0 text-sm">{sentence}</p>
      </div>
      <NetworkGraph
        plan={plan}
        known={known}
        result={result}
        chosen={chosen}
        onChoose={setPicked}
        onPoint={setPointed}
      />
      <QuantityCard
        id={shown}
        plan={plan}
        run={run}
        known={known}
        settings={settings}
        difference={differences?.get(shown) ?? null}
        onValue={(id, value) => set({ [id]: value })}
        onStep={stepTo}
      />
    </LabFrame>
  )
}
