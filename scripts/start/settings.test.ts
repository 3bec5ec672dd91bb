import type * as crypto from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { keepAuthSecret, readSettings } from './settings.mjs'

/** What another start does while this one makes up its secret. */
const meanwhile = vi.hoisted(() => ({ act: () => undefined as unknown }))
vi.mock('node:crypto', async (importOriginal) => {
  const real = await importOriginal<typeof crypto>()
  const randomBytes = (size: number) => {
    meanwhile.act()
    return real.randomBytes(size)
  }
  return { ...real, randomBytes }
})

let folder: string
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(inject('testFolder'), 'start-')), 'data')
  meanwhile.act = () => undefined
  for (const name of ['HOST', 'PORT', 'NONLINEAR_ENV', 'AUTH_SECRET', 'AUTH_URL']) vi.stubEnv(name, '')
})
afterEach(() => vi.unstubAllEnvs())

function inProduction(AUTH_URL: string, HOST = '') {
  for (const [name, value] of Object.entries({ NONLINEAR_ENV: 'production', AUTH_SECRET: 'kept', AUTH_URL, HOST })) {
    vi.stubEnv(name, value)
  }
}

test('settings: HOST, which shells set to the name of the machine, opens nothing outside production', () => {
  vi.stubEnv('HOST', '0.0.0.0')
  expect(readSettings()).toMatchObject({ production: false, host: '127.0.0.1' })
  inProduction('https://learn.example.org', '10.0.0.7')
  expect(readSettings().host).toBe('10.0.0.7')
  inProduction('https://learn.example.org')
  expect(readSettings().host).toBe('0.0.0.0')
})

test.each(['http://learn.example.org', 'http://192.168.0.7:3000', 'http://localhost.example.org'])(
  'settings: production at %s is refused, naming the variable and the remedy',
  (address) => {
    inProduction(address)
    expect(readSettings).toThrow(/AUTH_URL is http:\/\/.*https proxy/)
  },
)

test.each(['https://learn.example.org', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
  'settings: production at %s starts',
  (address) => {
    inProduction(address)
    expect(readSettings().production).toBe(true)
  },
)

test('auth secret: made once, for this user only, and kept; nothing else is left beside it', () => {
  keepAuthSecret(folder)
  const made = process.env.AUTH_SECRET
  expect(made).toMatch(/^\S{44}$/)
  expect(readdirSync(folder)).toEqual(['auth-secret'])
  expect(statSync(path.join(folder, 'auth-secret')).mode & 0o777).toBe(0o600)
  vi.stubEnv('AUTH_SECRET', '')
  keepAuthSecret(folder)
  expect(process.env.AUTH_SECRET).toBe(made)
})

test('auth secret: where another start is first, its secret is taken', () => {
  const file = path.join(folder, 'auth-secret')
  meanwhile.act = () => writeFileSync(file, 'the secret of the other start')
  keepAuthSecret(folder)
  expect(process.env.AUTH_SECRET).toBe('the secret of the other start')
  expect(readFileSync(file, 'utf8')).toBe('the secret of the other start')
  expect(readdirSync(folder)).toEqual(['auth-secret'])
})

test('auth secret: an empty file is no secret', () => {
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'auth-secret'), '\n')
  expect(() => keepAuthSecret(folder)).toThrow(/auth-secret is empty: delete it/)
})
