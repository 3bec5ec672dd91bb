/** `npm run bench -- engine | stability | memory | activations | swap`: see bench/README.md. Progress on stderr, results on stdout. */
import { parseCommandLine, UsageError } from './command-line'
import { compareActivations } from './commands/activations'
import { compareEngine } from './commands/engine'
import { measureMemory } from './commands/memory'
import { checkStability } from './commands/stability'
import { compareSwap } from './commands/swap'
import { installPeers } from './measure/install-peers'
import { findImageFolder } from './workloads/image-source'

async function run(argv: readonly string[]): Promise<void> {
  const { command, data, ...options } = parseCommandLine(argv)
  const given = { ...options, imageFolder: findImageFolder(data) }
  const [workload = 'cnn'] = options.workloads ?? []
  const [threads = 1] = options.threads ?? []
  switch (command) {
    case 'engine':
      installPeers()
      return compareEngine({ ...given, choice: options })
    case 'stability':
      return checkStability({ ...given, workload, threads })
    case 'memory':
      installPeers()
      return measureMemory({
        ...given,
        workloads: options.workloads ?? ['cnn', 'mlp'],
        threads,
        steps: options.steps ?? 10_000,
      })
    case 'activations':
      return compareActivations({ ...given, names: options.activations })
    case 'swap':
      return compareSwap({ ...given, names: options.activations })
    default:
      return command satisfies never
  }
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
