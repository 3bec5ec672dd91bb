/**
 * Generates the two database clients, `lib/db/generated/{sqlite,postgresql}`, from
 * the one schema. A Prisma 7 client is built for one provider, so the PostgreSQL
 * schema is derived here by replacing the provider and the output folder.
 *
 * `prisma generate` insists on a schema-engine binary that it would download, and
 * then never runs it: pointing at a file that is not executable keeps it offline,
 * and makes any command that does need the engine fail loudly.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(fileURLToPath(import.meta.url), '../..')
const schemaFile = path.join(root, 'prisma/schema.prisma')
const generated = path.join(root, 'lib/db/generated')
const stampFile = path.join(generated, 'stamp')

/** What the clients depend on: the schema, Prisma's version, and this script. */
function fingerprint() {
  const hash = createHash('sha256')
    .update(readFileSync(schemaFile))
    .update(readFileSync(fileURLToPath(import.meta.url)))
  return hash.update(readFileSync(path.join(root, 'node_modules/prisma/package.json'))).digest('hex')
}

/** Whether the generated clients belong to the schema as it stands. */
export function clientsAreCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()
}

/** The schema for one provider, with its client in the folder `output`. */
export function schemaFor(provider, schema, output = `./${provider}`) {
  const derived = schema
    .replace(/(datasource\s+\w+\s*\{[^}]*provider\s*=\s*)"[^"]*"/, `$1"${provider}"`)
    .replace(/(generator\s+\w+\s*\{[^}]*output\s*=\s*)"[^"]*"/, `$1${JSON.stringify(output)}`)
  if (!derived.includes(`provider = "${provider}"`) || !derived.includes(JSON.stringify(output))) {
    throw new Error(
      'prisma/schema.prisma must have a datasource block with `provider` and a generator block with `output`.',
    )
  }
  return derived
}

function generateClient(provider) {
  const file = path.join(generated, `${provider}.prisma`)
  writeFileSync(file, schemaFor(provider, readFileSync(schemaFile, 'utf8')))
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, 'package.json'),
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
  const prisma = path.join(root, 'node_modules/prisma/build/index.js')
  const child = spawn(process.execPath, [prisma, 'generate', '--schema', file], { cwd: root, env })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(undefined)
      else reject(new Error(`prisma generate failed for ${provider}:\n${output.trim()}`))
    })
  })
}

/** Generates both clients from scratch. */
export async function generateClients() {
  rmSync(generated, { recursive: true, force: true })
  mkdirSync(generated, { recursive: true })
  await Promise.all(['sqlite', 'postgresql'].map(generateClient))
  writeFileSync(stampFile, fingerprint())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await generateClients()
    console.log('generated the SQLite and the PostgreSQL client in lib/db/generated')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
