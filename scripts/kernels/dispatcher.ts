/** Writes the AssemblyScript function that runs a program: reads calls off the arena and makes them. */
import { argumentsOf, CONTEXT_COUNT, KERNEL_NAMES, type KernelName } from '@/lib/engine'

/** Which of lib/engine/kernels' files holds a kernel. */
const HOMES: Record<string, KernelName[]> = {
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
  '../convolve': ['convolve', 'convolvePooled'],
  '../dropout': ['dropRows'],
  '../gather': ['gather'],
  '../gradients': ['weightGradient', 'biasGradient'],
  '../layer-norm': ['layerNorm', 'layerNormParameterGradient', 'layerNormInputGradient'],
  '../learnt': ['activationParameterGradient', 'copyNumber'],
  '../optimizers': ['sgdUpdate', 'rmspropUpdate', 'adamUpdate', 'scaleValues', 'clampValues'],
  '../pack': ['packPanels', 'packWinograd', 'transpose'],
  '../pool': ['maxPool', 'maxPoolGradient', 'averagePool', 'averagePoolGradient'],
  '../pooled-gradients': ['pooledGradient'],
  '../rows': [
    'activateRows',
    'activationGradientRows',
    'copyRows',
    'addRows',
    'clearPadding',
    'zero',
    'zeroImages',
    'reduceParts',
  ],
  '../softmax': ['softmax', 'softmaxGradient'],
  '../winograd': ['winograd', 'winogradPooled'],
  '../written': ['writtenRows', 'writtenGradientRows'],
}

/** The text of lib/engine/kernels/build/execute.ts. */
export function dispatcherSource(): string {
  const imports = Object.entries(HOMES).map(([file, names]) => `import { ${names.join(', ')} } from '${file}'`)
  const homeless = KERNEL_NAMES.filter((name) => !Object.values(HOMES).some((names) => names.includes(name)))
  if (homeless.length > 0) throw new Error(`No AssemblyScript file is named for ${homeless.join(', ')}.`)
  return `// Written by scripts/kernels/dispatcher.ts from lib/engine/program/kernel-table.ts.
${imports.join('\n')}

@inline
function place(pc: usize, offset: usize, context: usize): usize {
  const word = load<u32>(pc + offset);
  return <usize>(word & ~3) + <usize>load<u32>(context + <usize>((word & 3) << 2));
}

/** Runs the calls from byte address pc to end. \`context\`: the four bases, then the number of examples. */
export function execute(pc: usize, end: usize, context: usize): void {
  const count = load<i32>(context, ${4 * CONTEXT_COUNT});
  while (pc < end) {
    switch (load<i32>(pc)) {
${KERNEL_NAMES.map(callOf).join('\n')}
      default: unreachable();
    }
  }
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
