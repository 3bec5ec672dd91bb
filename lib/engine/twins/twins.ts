/** The TypeScript twin of every kernel, by name. */
import type { KernelName } from '../program/kernel-table'
import {
  blendStatistics,
  channelGradients,
  channelMoments,
  inverseDeviation,
  meanOfParts,
  mergeMoments,
  standardise,
  standardiseGradient,
} from './batch-norm'
import { convolve, convolvePooled } from './convolve'
import { differenceLoss } from './difference-loss'
import { dropRows } from './dropout'
import { gather } from './gather'
import { biasGradient, pooledGradient, weightGradient } from './gradients'
import { layerNorm, layerNormInputGradient, layerNormParameterGradient } from './layer-norm'
import { activationParameterGradient, copyNumber } from './learnt'
import type { Memory } from './memory'
import { adamUpdate, clampValues, rmspropUpdate, scaleValues, sgdUpdate } from './optimizers'
import { packPanels, packWinograd, transpose } from './pack'
import { averagePool, averagePoolGradient, maxPool, maxPoolGradient } from './pool'
import {
  activateRows,
  activationGradientRows,
  addRows,
  clearPadding,
  copyRows,
  reduceParts,
  zero,
  zeroImages,
} from './rows'
import { softmax, softmaxGradient } from './softmax'
import { winograd, winogradPooled } from './winograd'
import { writtenGradientRows, writtenRows } from './written'

export type Twin = (memory: Memory, ...numbers: number[]) => void

export const TWINS: Record<KernelName, Twin> = {
  gather,
  convolve,
  convolvePooled,
  winograd,
  winogradPooled,
  weightGradient,
  biasGradient,
  pooledGradient,
  activateRows,
  activationGradientRows,
  copyRows,
  addRows,
  clearPadding,
  activationParameterGradient,
  copyNumber,
  writtenRows,
  writtenGradientRows,
  layerNorm,
  layerNormParameterGradient,
  layerNormInputGradient,
  channelMoments,
  mergeMoments,
  inverseDeviation,
  standardise,
  channelGradients,
  meanOfParts,
  standardiseGradient,
  blendStatistics,
  dropRows,
  softmax,
  softmaxGradient,
  maxPool,
  maxPoolGradient,
  averagePool,
  averagePoolGradient,
  differenceLoss,
  zero,
  zeroImages,
  reduceParts,
  packPanels,
  packWinograd,
  transpose,
  sgdUpdate,
  rmspropUpdate,
  adamUpdate,
  scaleValues,
  clampValues,
}
