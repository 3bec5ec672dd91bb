import type { ComponentType } from 'react'
import type { LabName } from '@/lib/lab/registry'
import type { LabProps } from './use-lab-settings'

/** The script of each widget, fetched when one is near. */
export const LAB_MODULES: { readonly [Name in LabName]: () => Promise<{ Widget: ComponentType<LabProps<Name>> }> } = {
  'backprop-view': () => import('./backprop-view/backprop-view').then(({ BackpropView }) => ({ Widget: BackpropView })),
  'depth-lab': () => import('./depth-lab/depth-lab').then(({ DepthLab }) => ({ Widget: DepthLab })),
  'dead-unit-lab': () => import('./dead-unit-lab/dead-unit-lab').then(({ DeadUnitLab }) => ({ Widget: DeadUnitLab })),
  'cnn-lab': () => import('./cnn-lab/cnn-lab').then(({ CnnLab }) => ({ Widget: CnnLab })),
  plotter: () => import('./plotter/plotter').then(({ Plotter }) => ({ Widget: Plotter })),
  'softmax-lab': () => import('./softmax-lab/softmax-lab').then(({ SoftmaxLab }) => ({ Widget: SoftmaxLab })),
  'calibration-lab': () =>
    import('./calibration-lab/calibration-lab').then(({ CalibrationLab }) => ({ Widget: CalibrationLab })),
  playground: () => import('./playground/playground').then(({ Playground }) => ({ Widget: Playground })),
}
