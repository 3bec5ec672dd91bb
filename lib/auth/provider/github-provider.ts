import type { OAuthConfig } from '@auth/core/providers'
import GitHub, { type GitHubProfile } from '@auth/core/providers/github'

const USER_URL = 'https://api.github.com/user'

/**
 * GitHub, asked for the person's primary address that it has verified itself
 * (Auth.js takes the public or primary one, verified or not). Without one,
 * `email` is null and sign-in is refused. No token is kept: we ask once.
 */
export function githubProvider(clientId: string, clientSecret: string): OAuthConfig<GitHubProfile> {
  return GitHub({
    clientId,
    clientSecret,
    allowDangerousEmailAccountLinking: true,
    account: () => ({}),
    userinfo: {
      url: USER_URL,
      request: ({ tokens }: { tokens: { access_token?: string } }) => loadProfile(tokens.access_token ?? ''),
    },
  })
}

interface GitHubAddress {
  email: string
  primary: boolean
  verified: boolean
}

export async function loadProfile(accessToken: string, load: typeof fetch = fetch): Promise<GitHubProfile> {
  const [profile, addresses] = await Promise.all([
    ask<GitHubProfile>(USER_URL, accessToken, load),
    ask<GitHubAddress[]>(`${USER_URL}/emails`, accessToken, load),
  ])
  return { ...profile, email: addresses.find((address) => address.primary && address.verified)?.email ?? null }
}

async function ask<T>(url: string, accessToken: string, load: typeof fetch): Promise<T> {
  const response = await load(url, {
    headers: {
      Authorization: `Bearer ${accessToken}`,
      Accept: 'application/vnd.github+json',
      'User-Agent': 'nonlinear',
    },
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${url}.`)
  return (await response.json()) as T
}
