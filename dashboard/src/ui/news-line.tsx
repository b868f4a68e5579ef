import css from './news-line.module.css'

/** The quiet line on top of a list: `3 new`. Pressed, it loads them; the list never grows by itself. */
export function NewsLine({ text, onShow }: { text: string | undefined; onShow: () => void }) {
  if (text === undefined) return null
  return (
    <button type="button" className={css['news']} onClick={onShow}>
      <span role="status">{text}</span>
    </button>
  )
}
