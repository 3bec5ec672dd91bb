/**
 * Prerendered pages can be read before any script runs, but a browser fetches and runs `async` scripts as soon as it
 * meets them: they take the line from fonts and the processor from the text. After a build each page is rewritten: a few
 * lines at its end ask for its scripts when the first picture is on the screen.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*>/g
const ASYNC_SCRIPT = /<script src="([^"]+)" async=""><\/script>/g

/** How long a browser that says nothing about its first picture is waited for, in ms. */
const PATIENCE_MS = 2000

/** Asks for the scripts once the browser has painted, or at once in a tab that nobody looks at, where it never paints. */
const runAfterPaint = (addresses) =>
  `(function(){var a=${JSON.stringify(addresses)},d=document,done
function run(){if(done)return
done=true
a.forEach(function(u){var s=d.createElement('script');s.src=u;s.async=true;d.head.appendChild(s)})}
if(d.hidden||!window.PerformanceObserver)return run()
new PerformanceObserver(function(){setTimeout(run)}).observe({type:'paint',buffered:true})
setTimeout(run,${PATIENCE_MS})})()`

/** @param {string} html a whole document */
export function runScriptsAfterPaint(html) {
  const addresses = [...html.matchAll(ASYNC_SCRIPT)].map(([, address]) => address)
  if (addresses.length === 0) return html
  return html
    .replaceAll(ASYNC_SCRIPT, '')
    .replaceAll(SCRIPT_PRELOAD, '')
    .replace('</body>', () => `<script>${runAfterPaint(addresses)}</script></body>`)
}

/** Rewrites every page of a build's folder. Before their hashes are taken (script-hashes.mjs). */
export function rewritePages(buildFolder) {
  const pages = path.join(buildFolder, 'server/app')
  const files = existsSync(pages) ? readdirSync(pages, { recursive: true }) : []
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const location = path.join(pages, file)
    writeFileSync(location, runScriptsAfterPaint(readFileSync(location, 'utf8')))
  }
}
