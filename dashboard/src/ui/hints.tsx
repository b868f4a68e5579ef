import { useEffect, useRef } from 'react'
import css from './hints.module.css'

/** The id of the one element that shows hints; who has a hint is described by it while it shows. */
const hintId = 'hint'

/**
 * Tooltips for the whole page, in one element: whatever has `data-hint="…"` shows it under the pointer, by focus, or by a touch.
 * A hint is never the only place of a needed text.
 */
export function Hints() {
  const element = useRef<HTMLDivElement>(null)
  // It listens to the whole document, which is outside of React.
  useEffect(() => {
    const hint = element.current
    if (!hint) return undefined
    let shown: HTMLElement | undefined
    const hide = () => {
      shown?.removeAttribute('aria-describedby')
      shown = undefined
      if (hint.matches(':popover-open')) hint.hidePopover()
    }
    const show = ({ target }: Event) => {
      const owner = target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null
      if (owner === (shown ?? null)) return
      hide()
      const text = owner?.dataset['hint']
      if (!owner || text === undefined || text === '') return
      shown = owner
      hint.textContent = text
      owner.setAttribute('aria-describedby', hintId)
      hint.showPopover()
      place(hint, owner)
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide()
    }
    const until = new AbortController()
    const { signal } = until
    document.addEventListener('pointerover', show, { signal })
    document.addEventListener('focusin', show, { signal })
    document.addEventListener('focusout', hide, { signal })
    document.addEventListener('keydown', onKey, { signal })
    window.addEventListener('scroll', hide, { signal, capture: true, passive: true })
    return () => until.abort()
  }, [])
  return <div ref={element} id={hintId} role="tooltip" popover="manual" className={css['hint']} />
}

const gap = 6

/** Under its owner, or above where there is no room; never beyond the edge of the window. */
export function place(
  floating: HTMLElement,
  owner: HTMLElement,
  align: 'middle' | 'end' = 'middle',
) {
  const at = owner.getBoundingClientRect()
  const size = floating.getBoundingClientRect()
  const isRightToLeft = getComputedStyle(owner).direction === 'rtl'
  const isBelow = at.bottom + gap + size.height <= innerHeight || at.top < size.height + gap
  const ends = isRightToLeft ? at.left : at.right - size.width
  const wanted = align === 'end' ? ends : at.left + (at.width - size.width) / 2
  const left = Math.max(gap, Math.min(wanted, innerWidth - size.width - gap))
  const top = isBelow ? at.bottom + gap : at.top - size.height - gap
  floating.style.left = `${left}px`
  floating.style.top = `${top}px`
}
