import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { Link } from './link'
import { Spinner } from './spinner'

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'
type Size = 'sm' | 'md' | 'lg'

// On paper nothing can be pressed.
const base =
  'inline-flex items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap select-none print:hidden ' +
  'transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55'

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border border-transparent',
  secondary: 'bg-surface text-ink border border-line-strong hover:bg-sunken',
  quiet: 'bg-transparent text-ink border border-transparent hover:bg-sunken',
  danger: 'bg-bad-soft text-bad border border-bad hover:bg-bad hover:text-page',
}

const sizes: Record<Size, string> = {
  sm: 'min-h-9 px-3 text-sm',
  md: 'min-h-11 px-4 text-[0.95rem]',
  lg: 'min-h-12 px-6 text-base',
}

/** The look of a button, for the few places that must put it on an element of their own. */
export function buttonClass(variant: Variant = 'primary', size: Size = 'md', className?: string): string {
  return classNames(base, variants[variant], sizes[size], className)
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: Variant
  size?: Size
  /** Shows a spinner and takes no further clicks; the label stays, so the width does too. */
  loading?: boolean
  children: ReactNode
}

export function Button({ variant, size, loading = false, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      className={buttonClass(variant, size, className)}
    >
      {loading ? <Spinner /> : null}
      {children}
    </button>
  )
}

interface ButtonLinkProps extends ComponentProps<typeof Link> {
  variant?: Variant
  size?: Size
}

export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonClass(variant, size, className)} />
}
