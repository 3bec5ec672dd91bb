import { defineConfig, devices } from '@playwright/test'
import { realImages } from './e2e/real-images'
import { findChromium } from './scripts/test/machine.mjs'

const port = Number(process.env.E2E_PORT ?? 4173)
/** Playwright empties this folder before it starts the server: a new database for every run. */
const outputDir = process.env.E2E_OUTPUT ?? 'test-results'
const database = `${outputDir}/nonlinear.db`

/**
 * Stories that time nothing and train little: `npm test` runs two at a time. All others have the machine to themselves,
 * which keeps their timing honest on two cores.
 */
const SIDE_BY_SIDE =
  /(account|backprop-view|calibration-lab|challenge|cnn-lab|engine|explore|export|lesson-versions|mind-map|reading|search|trainer-files|workbench)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  outputDir,
  projects: [
    { name: 'side-by-side', testMatch: SIDE_BY_SIDE },
    { name: 'alone', testIgnore: SIDE_BY_SIDE },
  ],
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://localhost:${port}/api/health`,
    env: { PORT: String(port), DATABASE_URL: `file:${database}`, ...(realImages ? { CIFAR10_DIR: realImages } : {}) },
    // It builds first when a source changed.
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
  },
})
