/** The product's mark: a line that bends once, which is all a network needs to stop being linear. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M6 21.5h9.2L25 9.5"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      />
      <circle cx="15.2" cy="21.5" r="2.9" className="fill-on-accent" />
    </svg>
  )
}
