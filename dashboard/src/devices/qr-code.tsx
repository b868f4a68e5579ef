import { encode } from 'uqr'
import css from './qr-code.module.css'

/** A text as a code for a camera. Dark on light in both schemes: many readers know nothing else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: 2, ecc: 'M' })
  const modules = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return (
    <svg
      className={css['code']}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className={css['light']} width={size} height={size} />
      <path className={css['dark']} d={modules.join('')} />
    </svg>
  )
}
