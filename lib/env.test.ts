import { describe, expect, test } from 'vitest'
import { EnvError, parseEnv } from './env'

const production = {
  NONLINEAR_ENV: 'production',
  AUTH_SECRET: 'a secret of thirty-two characters or more',
  AUTH_URL: 'https://learn.example.org',
}

describe('parseEnv: defaults', () => {
  test('nothing set: a server for this machine only, with SQLite in data/', () => {
    expect(parseEnv({})).toEqual({
      NONLINEAR_ENV: 'development',
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: 'file:data/nonlinear.db',
      TRUSTED_PROXIES: 0,
      CIFAR10_DIR: 'data/cifar10',
    })
  })

  test('production listens on every address', () => {
    expect(parseEnv(production).HOST).toBe('0.0.0.0')
    expect(parseEnv({ ...production, HOST: '10.0.0.7' }).HOST).toBe('10.0.0.7')
  })

  test('outside production HOST, which shells set to the name of the machine, opens nothing', () => {
    expect(parseEnv({ HOST: '0.0.0.0' }).HOST).toBe('127.0.0.1')
    expect(parseEnv({ NONLINEAR_ENV: 'development', HOST: 'my-machine' }).HOST).toBe('127.0.0.1')
  })

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://nonlinear.localhost'])(
    'production on this machine may do without https: %s',
    (AUTH_URL) => {
      expect(parseEnv({ ...production, AUTH_URL }).AUTH_URL).toBe(AUTH_URL)
    },
  )

  test('a variable set to nothing counts as not set', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '  ' })).toEqual(parseEnv({}))
  })
})

describe('parseEnv: a wrong value is named', () => {
  const wrong: [string, Record<string, string>][] = [
    ['PORT', { PORT: 'three thousand' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '3000.5' }],
    ['NONLINEAR_ENV', { NONLINEAR_ENV: 'prod' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/nonlinear' }],
    ['DATABASE_URL', { DATABASE_URL: 'file:' }],
    ['AUTH_SECRET', { ...production, AUTH_SECRET: '' }],
    ['AUTH_SECRET', { ...production, AUTH_SECRET: 'short' }],
    ['AUTH_URL', { ...production, AUTH_URL: '' }],
    ['AUTH_URL', { AUTH_URL: 'learn.example.org' }],
    ['AUTH_URL', { AUTH_URL: 'javascript:alert(1)' }],
    ['AUTH_URL', { ...production, AUTH_URL: 'http://learn.example.org' }],
    ['AUTH_URL', { ...production, AUTH_URL: 'http://192.168.0.7:3000' }],
    ['AUTH_URL', { ...production, AUTH_URL: 'http://localhost.example.org' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'yes' }],
    ['AUTH_GITHUB_SECRET', { AUTH_GITHUB_ID: 'id' }],
    ['AUTH_GOOGLE_ID', { AUTH_GOOGLE_SECRET: 'secret' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://localhost:2525' }],
    ['SMTP_URL', { MAIL_FROM: 'Nonlinear <hello@example.org>', SMTP_URL: 'localhost' }],
  ]
  test.each(wrong)('%s in %j', (name, source) => {
    expect(() => parseEnv(source)).toThrow(EnvError)
    expect(() => parseEnv(source)).toThrow(new RegExp(`^The environment variable ${name} `))
  })

  test('two problems are told in one go', () => {
    expect(() => parseEnv({ NONLINEAR_ENV: 'production' })).toThrow(/AUTH_SECRET.*AUTH_URL/)
  })
})
