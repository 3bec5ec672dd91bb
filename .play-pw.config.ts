import base from '/tmp/w/play/playwright.config'
export default { ...base, testDir: '/tmp/w/play/e2e', outputDir: '/tmp/play-pw-out', webServer: undefined, timeout: 60_000, use: { ...base.use, baseURL: 'http://localhost:4701', trace: 'off' } }
