import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marked, type Tokens } from 'marked'
import { headingsOf } from './describe-api.ts'
import { slugOf } from './slug.ts'

export type Page = { html: string; etag: string; contentSecurityPolicy: string }

/** The manual as one page that needs nothing else: no script, no file, no other host. */
export function makePage(markdown: string): Page {
  const style = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8')
  const [start, ...rest] = markdown.split(/^(?=## )/m)
  const title = /^# (.+)$/m.exec(start ?? '')?.[1] ?? ''
  const body = rest.join('')
  const html = frame({ title, style, contents: contentsOf(body), body: renderMarkdown(body) })
  return {
    html,
    etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
    contentSecurityPolicy: [
      "default-src 'none'",
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  }
}

type Parts = { title: string; style: string; contents: string; body: string }

function frame({ title, style, contents, body }: Parts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header><h1>${escapeHtml(title)}</h1><p><a href="/api/openapi.json">openapi.json</a></p></header>
<details class="contents narrow"><summary>Contents</summary><nav aria-label="Contents">${contents}</nav></details>
<nav class="contents wide" aria-label="Contents">${contents}</nav>
<main id="content">
${body}</main>
</body>
</html>
`
}

/** A chapter with the routes in it is a list within the list. */
function contentsOf(markdown: string): string {
  let html = ''
  let depth = 1
  for (const { level, title, slug } of headingsOf(markdown)) {
    for (; depth < level; depth += 1) html += '<ul>'
    for (; depth > level; depth -= 1) html += '</ul>'
    html += `<li><a href="#${slug}">${escapeHtml(title)}</a></li>`
  }
  return html + '</ul>'.repeat(depth - 1)
}

function renderMarkdown(markdown: string): string {
  const marked = new Marked({
    renderer: {
      heading({ depth, text, tokens }: Tokens.Heading) {
        const slug = slugOf(text)
        const inner = this.parser.parseInline(tokens)
        return `<h${depth} id="${slug}"><a class="anchor" href="#${slug}">${inner}</a></h${depth}>\n`
      },
      paragraph({ text, tokens }: Tokens.Paragraph) {
        const route = /^`(GET|POST|DELETE) (\S+)`$/.exec(text)
        if (!route) return `<p>${this.parser.parseInline(tokens)}</p>\n`
        const [, method = '', path = ''] = route
        return `<p class="route"><b class="${method.toLowerCase()}">${method}</b> <code>${escapeHtml(path)}</code></p>\n`
      },
      code({ text, lang }: Tokens.Code) {
        // To be scrolled with the keyboard it must take the focus.
        return `<pre tabindex="0"><code class="${lang ?? ''}">${escapeHtml(text)}</code></pre>\n`
      },
      table({ header, rows }: Tokens.Table) {
        const inner = ({ tokens }: Tokens.TableCell) => this.parser.parseInline(tokens)
        return table(
          header.map(({ text }) => escapeHtml(text)),
          rows.map((cells) => cells.map(inner)),
        )
      },
    },
  })
  return marked.parse(markdown, { async: false })
}

/**
 * On a narrow page the cells of a row stand below each other, each with its label; the roles tell a reader of the
 * screen that it is a table all the same.
 */
function table(labels: string[], rows: string[][]): string {
  const head = labels.map((label) => `<th role="columnheader">${label}</th>`).join('')
  const body = rows.map((cells) => {
    const all = cells.map((cell, i) => `<td role="cell" data-label="${labels[i]}">${cell}</td>`)
    return `<tr role="row">${all.join('')}</tr>`
  })
  return `<table role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody></table>
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
