/** Workers that end without a word, as a browser ends them. */
import type { Page } from '@playwright/test'

/** Remembers the workers of a name that the page starts; call it before the page is opened. */
export async function keepWorkers(page: Page, name: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const workers: Worker[] = []
    const Native = window.Worker
    window.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        if (options?.name === wanted) workers.push(this)
      }
    }
    Object.assign(window, {
      endWorkers() {
        for (const worker of workers.splice(0)) worker.terminate()
      },
    })
  }, name)
}

export async function endWorkers(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { endWorkers(): void }).endWorkers())
}
