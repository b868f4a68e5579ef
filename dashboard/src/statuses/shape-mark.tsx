import css from './status-mark.module.css'
import type { Shape } from './table.ts'

const ring = 'M2 8a6 6 0 1 0 12 0A6 6 0 1 0 2 8'

/** The shape of a status, for the eye; the word stands beside it. */
export function ShapeMark({ shape }: { shape: Shape }) {
  return (
    <svg className={css['shape']} data-shape={shape} viewBox="0 0 16 16" aria-hidden="true">
      {drawing(shape)}
    </svg>
  )
}

function drawing(shape: Shape) {
  switch (shape) {
    case 'ring-dashed':
      return <path d={ring} strokeDasharray="2.6 2.1" />
    case 'ring-half':
      return (
        <>
          <path d={ring} />
          <path className={css['filled']} d="M8 4.5a3.5 3.5 0 0 1 0 7z" />
        </>
      )
    case 'ring-slashed':
      return <path d={`${ring}M4 12 12 4`} />
    case 'clock':
      return <path d={`${ring}M8 4.8V8l2.2 1.5`} />
    case 'bars':
      return <path strokeWidth="2.4" d="M5.5 3.5v9M10.5 3.5v9" />
    case 'tick':
      return <path strokeWidth="2" d="m3 8.5 3.3 3.3L13 4.5" />
    case 'ticks':
      return <path strokeWidth="1.8" d="m1 8.8 3 3 6.2-7.3M7.4 11.2l.8.6 6.3-7.3" />
    case 'cross':
      return <path strokeWidth="2" d="m4 4 8 8M12 4l-8 8" />
    case 'arrow-in':
      return <path strokeWidth="1.8" d="M13 3 4 12M4 5.5V12h6.5" />
    case 'dot':
      return <circle className={css['filled']} cx="8" cy="8" r="3.5" />
  }
}
