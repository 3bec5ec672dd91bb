/** Writes the AssemblyScript functions that run a program: read calls off the arena and make them. */
import { argumentsOf, CONTEXT_COUNT, KERNEL_NAMES, KERNEL_TABLE_FINGERPRINT, type KernelName } from '@/lib/engine'

/**
 * The kernels are two modules over one memory: what linear layers, convolutions and max-pools call, trained by SGD or
 * Adam on a loss of classes, which is all that most pages download; and the rest, which a page loads where a run needs it.
 */
export type KernelsModule = 'core' | 'rare'

/** Which of lib/engine/kernels' files holds a kernel, and which module it is built into. */
const HOMES: Record<KernelsModule, Record<string, KernelName[]>> = {
  core: {
    '../convolve': ['convolve', 'convolvePooled'],
    '../gather': ['gather'],
    '../gradients': ['weightGradient', 'biasGradient'],
    '../optimizers': ['sgdUpdate', 'adamUpdate'],
    '../pack': ['packPanels', 'packWinograd', 'transpose'],
    '../pool': ['maxPool', 'maxPoolGradient'],
    '../pooled-gradients': ['pooledGradient'],
    '../rows': [
      'activateRows',
      'activationGradientRows',
      'copyRows',
      'clearPadding',
      'zero',
      'zeroImages',
      'reduceParts',
    ],
    '../winograd': ['winograd', 'winogradPooled'],
  },
  rare: {
    '../batch-norm': [
      'channelMoments',
      'mergeMoments',
      'inverseDeviation',
      'standardise',
      'channelGradients',
      'meanOfParts',
      'standardiseGradient',
      'blendStatistics',
    ],
    '../difference-loss': ['differenceLoss'],
    '../dropout': ['dropRows'],
    '../layer-norm': ['layerNorm', 'layerNormParameterGradient', 'layerNormInputGradient'],
    '../learnt': ['activationParameterGradient', 'copyNumber'],
    '../optimizers': ['rmspropUpdate', 'scaleValues', 'clampValues'],
    '../pool': ['averagePool', 'averagePoolGradient'],
    '../rows': ['addRows'],
    '../softmax': ['softmax', 'softmaxGradient'],
    '../written': ['writtenRows', 'writtenGradientRows'],
  },
}

/** The text of lib/engine/kernels/build/execute-core.ts, or -rare.ts. */
export function dispatcherSource(module: KernelsModule): string {
  const homes = Object.values(HOMES).flatMap((files) => Object.values(files).flat())
  const homeless = KERNEL_NAMES.filter((name) => !homes.includes(name))
  if (homeless.length > 0) throw new Error(`No AssemblyScript file is named for ${homeless.join(', ')}.`)
  const imports = Object.entries(HOMES[module]).map(([file, names]) => `import { ${names.join(', ')} } from '${file}'`)
  const own = Object.values(HOMES[module]).flat()
  return `// Written by scripts/kernels/dispatcher.ts from lib/engine/program/kernel-table.ts.
${imports.join('\n')}

/** Of the table that this was built from. */
export const fingerprint: i32 = ${KERNEL_TABLE_FINGERPRINT};

@inline
function place(pc: usize, offset: usize, context: usize): usize {
  const word = load<u32>(pc + offset);
  return <usize>(word & ~3) + <usize>load<u32>(context + <usize>((word & 3) << 2));
}

/**
 * Runs the calls from byte address pc to end, and says where it stopped: at the end, or at a call of a kernel that is
 * not in this module. \`context\`: the four bases, then the number of examples.
 */
export function execute(pc: usize, end: usize, context: usize): usize {
  const count = load<i32>(context, ${4 * CONTEXT_COUNT});
  while (pc < end) {
    switch (load<i32>(pc)) {
${KERNEL_NAMES.flatMap((name, code) => (own.includes(name) ? [callOf(name, code)] : [])).join('\n')}
      default: return pc;
    }
  }
  return pc;
}
`
}

function callOf(name: KernelName, code: number): string {
  let offset = 4
  const values = argumentsOf(name).map(([, kind]) => {
    if (kind === 'count') return 'count'
    const at = offset
    offset += 4
    return kind === 'address' ? `place(pc, ${at}, context)` : `load<i32>(pc, ${at})`
  })
  return `      case ${code}: ${name}(${values.join(', ')}); pc += ${offset}; break;`
}
