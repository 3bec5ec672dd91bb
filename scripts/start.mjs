/**
 * `npm start`: from a clean clone to a running server, and no further than needed.
 * Plain JavaScript with Node's own modules, since it runs before anything is installed;
 * this file has only syntax that an old Node can read, to be able to tell it so.
 */
import process from 'node:process'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Nonlinear needs Node 20.19 or newer; this is Node ${process.versions.node}: see https://nodejs.org.`)
  process.exit(1)
}

const parent = process.ppid
const { launch } = await import('./start/launch.mjs')
await launch({ development: process.argv.includes('--dev'), parent })
