/**
 * Turns lane code (lib/engine/lanes) into AssemblyScript, so that element-wise maths is written once and has the same
 * bits in TypeScript and in the kernels. What changes: functions are marked for inlining, the vocabulary is the one of
 * lib/engine/kernels/lanes, and every `k(constant)` becomes a load from one table of all constants. From the table of
 * activations it also makes the loops over arrays, one for each activation.
 * Not here: what lane code may contain (lib/engine/lanes/vocabulary.ts); the compilation (scripts/build-kernels.ts).
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const LANES = path.join(import.meta.dirname, '../../lib/engine/lanes')

/** In the lanes folder, but not lane code: what only TypeScript needs. */
const TYPESCRIPT_ONLY = ['vocabulary.ts', 'pool-rule.ts']
/** Functions too large to be inlined wherever they are called. */
const CALLED = 'activation-table.ts'

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const CONSTANT_NAME = /^[A-Z][A-Z0-9_]*$/
const MADE_BY = 'by scripts/kernels/lanes.mjs.'

function readLaneFiles() {
  const files = readdirSync(LANES, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|verify)\.ts$/.test(file))
    .filter((file) => !TYPESCRIPT_ONLY.includes(file) && !file.startsWith('testing/'))
  return new Map(files.sort().map((file) => [file, readFileSync(path.join(LANES, file), 'utf8')]))
}

/** A file's own `const NAME = number` lines. */
function constantsOf(text) {
  const lines = [...text.matchAll(/^(?:export )?const (\w+) = ([^/\n]+?)(?: \/\/.*)?$/gm)]
  return new Map(lines.filter(([, , value]) => NUMBER.test(value)).map(([, name, value]) => [name, Number(value)]))
}

/** One table for all files; constants with the same float32 bits (so 0 and −0 differ) share a place. */
export function createTable() {
  const words = []
  return {
    words,
    offset(value) {
      const [word] = new Uint32Array(Float32Array.of(value).buffer)
      const at = words.indexOf(word)
      return 4 * (at < 0 ? words.push(word) - 1 : at)
    },
  }
}

function translateImport(file, names, from) {
  const isVocabulary = path.posix.basename(from) === 'vocabulary'
  const kept = names
    .split(',')
    .map((name) => name.replace(/^\s*type /, '').trim())
    .filter((name) => name !== '' && !(isVocabulary && (name === 'k' || CONSTANT_NAME.test(name))))
  if (kept.length === 0) return ''
  const source = isVocabulary ? `${'../'.repeat(file.split('/').length + 1)}lanes/vocabulary` : from
  return `import { ${kept.join(', ')} } from '${source}'`
}

/** The AssemblyScript of one file of lane code; its constants are added to `table`. */
export function translate(file, text, shared, table) {
  const constants = new Map([...shared, ...constantsOf(text)])
  const load = (argument) => {
    const value = NUMBER.test(argument) ? Number(argument) : constants.get(argument)
    if (value === undefined)
      throw new Error(`lanes: ${file}: k(${argument}): no number, and no constant of this file or of the vocabulary`)
    return `v128.load_splat<f32>(CONSTANTS, ${table.offset(value)})`
  }
  const body = text
    .replace(/^export \{[^}]*\} from '[^']+'\n/gm, '')
    .replace(/^import type /gm, 'import ')
    .replace(/^import \{([^}]*)\} from '([^']+)'$/gm, (_, names, from) => translateImport(file, names, from))
    .replace(/\bk\(([^()]*)\)/g, (_, argument) => load(argument))
    .replaceAll(' === ', ' == ')
    .replace(/^(?:export )?function /gm, file === CALLED ? '$&' : '@inline\n$&')
  const folder = '../'.repeat(file.split('/').length - 1) || './'
  const imports = body.includes('CONSTANTS') ? `import { CONSTANTS } from '${folder}constants'\n` : ''
  return `// Made from lib/engine/lanes/${file} ${MADE_BY}\n${imports}${body}`
}

/** `[activation's id, call]` of each line of a function of the table; the last line's is the default. */
function tableLines(text, name, ids) {
  const body = text.match(new RegExp(`^export function ${name}\\([^]*?^\\}`, 'm'))[0]
  const lines = [...body.matchAll(/if \(id === (\w+)\) return (.+)$/gm)].map(([, id, call]) => [ids.get(id), call])
  return [...lines, [ids.get('LINEAR'), body.match(/^ {2}return (.+)$/m)[1]]]
}

/** A loop for each activation, so that the choice is made once and the lane code is inlined. */
function activationLoops(texts) {
  const table = texts.get('activation-table.ts')
  const ids = constantsOf(texts.get('activation-ids.ts'))
  const imports = table.match(/^import .* from '\.\/activations\/.*'$/gm)
  const load = (name, call) => (new RegExp(`\\b${name}\\b`).test(call) ? `const ${name} = v128.load(${name}At); ` : '')
  const cases = (name, loop) => tableLines(table, name, ids).map(([id, call]) => `    case ${id}: ${loop(call)} break`)
  const forward = (call) => `for (; xAt < end; xAt += 16, yAt += 16) { ${load('x', call)}v128.store(yAt, ${call}) }`
  const backward = (call) =>
    `for (; xAt < end; xAt += 16, yAt += 16, dyAt += 16, gAt += 16) { ${load('x', call)}${load('y', call)}v128.store(gAt, flush(mul(v128.load(dyAt), ${call}))) }`
  return `// Made from lib/engine/lanes/activation-table.ts ${MADE_BY} Its twin is lib/engine/twins/activation-loops.ts.
// \`parameters\` is the address of two float32, α and β; n is a multiple of 4; y may be x, and g may be dy.
${imports.join('\n')}
import { flush, mul } from '../../lanes/vocabulary'

/** y = f(x). */
export function activationForward(id: i32, xAt: usize, yAt: usize, n: i32, parameters: usize): void {
  const alpha = v128.load_splat<f32>(parameters), beta = v128.load_splat<f32>(parameters, 4)
  const end = xAt + (<usize>n << 2)
  switch (id) {
${cases('activationValue', forward).join('\n')}
  }
}

/** g = dy · f′(x), subnormals as 0; y is what \`activationForward\` wrote. */
export function activationBackward(id: i32, xAt: usize, yAt: usize, dyAt: usize, gAt: usize, n: i32, parameters: usize): void {
  const alpha = v128.load_splat<f32>(parameters), beta = v128.load_splat<f32>(parameters, 4)
  const end = xAt + (<usize>n << 2)
  switch (id) {
${cases('activationSlope', backward).join('\n')}
  }
}
`
}

/** The AssemblyScript files, their paths relative to lib/engine/kernels. */
export function laneSources() {
  const texts = readLaneFiles()
  const shared = constantsOf(readFileSync(path.join(LANES, 'vocabulary.ts'), 'utf8'))
  const table = createTable()
  const sources = [...texts].map(([file, text]) => ({
    path: `build/lanes/${file}`,
    text: translate(file, text, shared, table),
  }))
  const words = table.words.map((word) => `0x${word.toString(16).padStart(8, '0')}`)
  const constants = `// Made ${MADE_BY} The bits of all constants of lane code.\nexport const CONSTANTS: usize = memory.data<u32>([${words.join(', ')}], 16)\n`
  return [
    ...sources,
    { path: 'build/lanes/constants.ts', text: constants },
    { path: 'build/lanes/activation-loops.ts', text: activationLoops(texts) },
  ]
}
