import css from './mark.module.css'

/** The sign of Simcast: a SIM card from which waves go out. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg className={css['mark']} viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path
        className={css['card']}
        d="M7 2h12.2c.8 0 1.5.3 2.1.9l4.8 4.8c.6.6.9 1.3.9 2.1V27a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3Z"
      />
      <path className={css['wave']} d="M10 17.2a6.8 6.8 0 0 1 6.8 6.8" />
      <path className={css['wave']} d="M10 11.6A12.4 12.4 0 0 1 22.4 24" />
      <circle className={css['point']} cx="11" cy="23" r="2" />
    </svg>
  )
}
