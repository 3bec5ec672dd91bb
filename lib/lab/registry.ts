/** Every widget of the workbench. A new one is a file in widgets/ and a line here. */
import type { SettingsOf } from './widget'
import { backpropView } from './widgets/backprop-view'
import { calibrationLab } from './widgets/calibration-lab'
import { cnnLab } from './widgets/cnn-lab'
import { deadUnitLab } from './widgets/dead-unit-lab'
import { depthLab } from './widgets/depth-lab'
import { playground } from './widgets/playground'
import { plotter } from './widgets/plotter'
import { softmaxLab } from './widgets/softmax-lab'

export const LAB_WIDGETS = {
  plotter,
  playground,
  'softmax-lab': softmaxLab,
  'backprop-view': backpropView,
  'depth-lab': depthLab,
  'dead-unit-lab': deadUnitLab,
  'calibration-lab': calibrationLab,
  'cnn-lab': cnnLab,
} as const

export type LabName = keyof typeof LAB_WIDGETS
export const LAB_NAMES = Object.keys(LAB_WIDGETS) as LabName[]
/** What a link shows that names none. */
export const FIRST_WIDGET: LabName = 'plotter'

/** What a link says. */
export type LabState = {
  [Name in LabName]: { widget: Name; settings: SettingsOf<(typeof LAB_WIDGETS)[Name]> }
}[LabName]

/** A widget as it is before anybody touches it. */
export function defaultState(name: LabName): LabState {
  return { widget: name, settings: LAB_WIDGETS[name].defaults } as LabState
}

export function isLabName(name: string): name is LabName {
  return Object.hasOwn(LAB_WIDGETS, name)
}

/** The tag under which authors write it in a lesson: `depth-lab` is `<DepthLab>`. */
export function tagOf(name: string): string {
  return name
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}
