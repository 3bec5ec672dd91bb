import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import createMDX from '@next/mdx'
import { securityHeaders } from './scripts/server/security-headers.mjs'

/** A plugin of ours, with a print of its text: a build that remembers the last one would not notice that it changed. */
function ownPlugin(file) {
  const location = path.join(import.meta.dirname, 'lib/course', file)
  return [location, { print: createHash('sha256').update(readFileSync(location)).digest('hex') }]
}

/** Plugins are named by strings and take plain data, because Turbopack hands them to another process. */
const withMDX = createMDX({
  options: {
    remarkPlugins: [
      'remark-gfm',
      'remark-math',
      ownPlugin('remark-vocabulary.mjs'),
      ownPlugin('remark-heading-ids.mjs'),
    ],
    rehypePlugins: [
      'rehype-slug',
      ['rehype-katex', { output: 'mathml', strict: true, throwOnError: true }],
      ownPlugin('rehype-typesetting.mjs'),
      [
        'rehype-pretty-code',
        { theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' }, keepBackground: false },
      ],
    ],
  },
})

/** @type {import('next').NextConfig} */
const config = {
  pageExtensions: ['ts', 'tsx', 'mdx'],
  poweredByHeader: false,
  // scripts/server/serve.mjs does it better.
  compress: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@libsql/client', '@prisma/adapter-libsql', '@node-rs/argon2', 'pg'],
  // npm test has type-checked by the time it builds, and a learner's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  headers: async () => securityHeaders(process.env.AUTH_URL?.trim()),
}

export default withMDX(config)
