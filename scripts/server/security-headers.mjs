/**
 * Headers of every answer, whatever it is; next.config.mjs puts them on. Documents get
 * their Content-Security-Policy from proxy.ts, since it differs from page to page.
 */
const EVERYWHERE = [
  // These two make the page crossOriginIsolated: shared memory for training threads.
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
]

/**
 * A browser that came by https once comes by nothing else for a year. Of other names under the domain we know nothing,
 * so they are left out.
 */
const BY_HTTPS = [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }]

/** An answer of the API is data: as a document it may do nothing at all. */
const API = [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'" }]

/** The trainer's worker and its files: their names have their contents' hashes. */
const FOR_EVER = [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }]

/** For `headers()` of next.config.mjs. `publicAddress` is AUTH_URL; a server that moves is built anew. */
export function securityHeaders(publicAddress = '') {
  return [
    { source: '/:path*', headers: publicAddress.startsWith('https://') ? [...EVERYWHERE, ...BY_HTTPS] : EVERYWHERE },
    { source: '/api/:path*', headers: API },
    { source: '/engine/:path*', headers: FOR_EVER },
  ]
}
