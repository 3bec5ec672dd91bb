interface Settings {
  production: boolean
  port: number
  host: string
  trustedProxies: number
}

export function readSettings(): Settings
export function keepAuthSecret(folder?: string): void
