import { createTransport } from 'nodemailer'

interface SignInMail {
  to: string
  from: string
  /** `smtp://` or `smtps://` with user and password in it. */
  smtpUrl: string
  /** Where the button is that completes the sign-in. */
  link: string
}

/** Sends the link. Throws when the mail server does not take it. */
export async function sendSignInMail({ to, from, smtpUrl, link }: SignInMail): Promise<void> {
  const transport = createTransport(smtpUrl)
  const { rejected } = await transport.sendMail({ to: { address: to, name: '' }, from, ...signInMail(link) })
  if (rejected.length > 0) throw new Error('The mail server did not accept the recipient.')
}

/** Plain text only: nothing to load, nothing to hide. */
export function signInMail(link: string): { subject: string; text: string } {
  return {
    subject: 'Your link to sign in to Nonlinear',
    text: [
      'Open this page and press its button to sign in to Nonlinear:',
      link,
      'The link works once, within an hour. If you did not ask for it, do nothing: nobody can sign in without it.',
      '',
    ].join('\n\n'),
  }
}
