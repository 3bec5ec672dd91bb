'use client'

/**
 * `<Playground>`: a small network learns to tell points of the plane apart, several seeds at once, while everything about
 * it can be changed. It arranges; what is trained is playground-spec.ts, how it is played is use-player.ts, and each part
 * draws itself.
 */
import { useMemo, useState } from 'react'
import { LabFrame } from '@/components/lab/lab-frame'
import { PredictThenRun } from '@/components/lab/predict-then-run'
import { useAnnouncer } from '@/components/lab/use-announcer'
import { type LabProps, useLabSettings } from '@/components/lab/use-lab-settings'
import { useLighterStart } from '@/components/lab/use-lighter-start'
import { useOnScreen } from '@/components/lab/use-on-screen'
import { CsvPanel } from './csv/csv-panel'
import { useCsv } from './csv/use-csv'
import { GoalCard } from './goal-card'
import { OwnPointsPanel } from './own-points-panel'
import { PlanePicture } from './plane-picture'
import { PlaygroundCharts } from './playground-charts'
import { PlaygroundControls } from './playground-controls'
import { planOf } from './playground-spec'
import { RunNotices, RunPanel } from './run-panel'
import { useGoal } from './use-goal'
import { useGuess } from './use-guess'
import { usePlayer } from './use-player'
import { useRunWords } from './use-run-words'

const ON_A_PHONE = { seeds: 1 }

export function Playground(props: LabProps<'playground'>) {
  const lab = useLabSettings('playground', props)
  const { settings, set } = lab
  useLighterStart(lab, props.home, ON_A_PHONE)
  const { announcement, announce } = useAnnouncer()
  const { ref, onScreen } = useOnScreen<HTMLElement>()
  const csv = useCsv({ x: settings.cx, y: settings.cy, label: settings.cl })
  /** The class of own points that a click places. */
  const [label, setLabel] = useState(0)

  const planned = useMemo(() => planOf(settings, csv.read), [settings, csv.read])
  const plan = 'plan' in planned ? planned.plan : null
  const problem = 'problem' in planned ? planned.problem : null
  const { player, snapshot } = usePlayer(plan, settings.speed, onScreen)
  const { runs } = snapshot
  const task = useGoal(props.goal, settings, runs)
  useRunWords({ snapshot, verdict: task?.verdict ?? null, announce })
  const { subject, prediction } = useGuess(plan, runs)

  const ownData = useMemo(() => {
    if (settings.data === 'csv') {
      return <CsvPanel csv={csv} named={settings.csv} onFile={(file) => set({ csv: file })} onColumns={set} />
    }
    if (settings.data !== 'own') return null
    const onPoints = (points: typeof settings.points) => set({ points }, { apart: true })
    return <OwnPointsPanel points={settings.points} label={label} onLabel={setLabel} onPoints={onPoints} />
  }, [settings, csv, label, set])
  const panel = (
    <RunPanel
      player={player}
      snapshot={snapshot}
      steps={plan?.steps ?? 0}
      epochs={settings.epochs}
      problem={problem}
      speed={settings.speed}
      onSpeed={(speed) => set({ speed }, { silent: true })}
      onRun={() => {
        const isNext = settings.predict && prediction.stage.is === 'settled'
        if (isNext) prediction.askAgain()
        else player.run()
      }}
    />
  )
  return (
    <LabFrame
      lab={lab}
      headingLevel={props.headingLevel}
      caption={props.caption}
      announcement={announcement}
      announce={announce}
      frameRef={ref}
      controls={<PlaygroundControls settings={settings} set={set} ownData={ownData} />}
    >
      {task === null ? null : <GoalCard {...task} />}
      {settings.predict ? (
        <PredictThenRun subject={subject} prediction={prediction}>
          {panel}
        </PredictThenRun>
      ) : (
        panel
      )}
      <RunNotices snapshot={snapshot} problem={problem} />
      <PlanePicture
        settings={settings}
        set={set}
        player={player}
        snapshot={snapshot}
        plan={plan}
        parameters={'cost' in planned ? planned.cost.parameters : 0}
        file={csv.read}
        label={label}
        announce={announce}
      />
      <PlaygroundCharts runs={runs} steps={plan?.steps ?? 1} />
    </LabFrame>
  )
}
