const sniffedBytes = 1024

/**
 * The text of a feed: by its byte order mark, else by the charset of the answer, else as its XML declaration says, else
 * UTF-8; and Windows-1252 where nothing is said and it is no UTF-8. Undefined for a charset that nobody knows.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string | undefined {
  const named = markOf(bytes) ?? charsetOf(contentType) ?? declaredIn(bytes)
  try {
    if (named !== undefined) return new TextDecoder(named).decode(bytes)
  } catch {
    return undefined
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function markOf([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // `<?` without a mark.
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) return 'utf-16be'
  return undefined
}

function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, sniffedBytes))
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(start)?.[1]
}
