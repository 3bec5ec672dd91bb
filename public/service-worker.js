/**
 * What a reader gets whose page cannot be fetched, because the network or the server is away: the offline page, in the
 * place of the browser's own error. Keeps that one page with its styles and letters. Every page is asked of the network
 * first, and no other request is touched; that lessons can be read without a network is not what this does.
 */
const CACHE_NAME = 'nonlinear-offline'
const PAGE = '/offline'
const FILES = /\/_next\/static\/[\w./~-]+\.(?:css|woff2)/g

async function keepPage() {
  const page = await fetch(PAGE, { cache: 'no-cache' })
  if (!page.ok) throw new Error(`${PAGE} answered ${page.status}.`)
  const files = (await page.clone().text()).match(FILES) ?? []
  // What an earlier build left is of no use to this one's page.
  await caches.delete(CACHE_NAME)
  const cache = await caches.open(CACHE_NAME)
  await Promise.all([cache.put(PAGE, page), cache.addAll([...new Set(files)])])
}

async function openPage({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request))
  } catch {
    return (await caches.match(PAGE)) ?? Response.error()
  }
}

/** Their names have their contents' hashes: what is kept is what would be fetched. */
const openFile = async (request) => (await caches.match(request)) ?? fetch(request)

addEventListener('install', (event) => {
  skipWaiting()
  event.waitUntil(keepPage())
})

addEventListener('activate', (event) => {
  // The page is asked for while this worker is still waking up.
  event.waitUntil(registration.navigationPreload?.enable())
})

addEventListener('fetch', (event) => {
  const { destination, method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (mode === 'navigate') event.respondWith(openPage(event))
  else if (destination === 'style' || destination === 'font') event.respondWith(openFile(event.request))
})
