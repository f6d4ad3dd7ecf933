const INK = 'font-family:system-ui,-apple-system,sans-serif;font-size:16px;line-height:1.55;color:#10232f'

/** A letter in HTML that loads nothing: its title as text, its parts as HTML. */
export function letterHtml(title: string, parts: readonly string[]): string {
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `<body style="margin:0;background:#fbf9f5"><div style="max-width:560px;margin:0 auto;padding:32px 20px;${INK}">`,
    `<p style="margin:0 0 24px;font-size:20px;font-weight:600;color:#0a666b">Tidemark</p>`,
    ...parts,
    '</div></body></html>',
  ].join('')
}

/** The one thing to follow in a letter. */
export function letterLink(link: string, label: string): string {
  const look = 'display:inline-block;padding:10px 18px;border-radius:8px;background:#0a666b;color:#ffffff'
  return `<p style="margin:24px 0"><a href="${escaped(link)}" style="${look};text-decoration:none">${escaped(label)}</a></p>`
}

/** What may be passed over. */
export const letterFoot = (text: string) => `<p style="color:#44555f;font-size:14px">${escaped(text)}</p>`

export function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
