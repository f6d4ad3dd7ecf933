/**
 * Facts about a page for machines, as JSON-LD. It is data and never runs, so the content security policy asks for no
 * nonce; but whatever stands in it must not end it.
 */
export function StructuredData({ facts }: { facts: object }) {
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as text, React would write its quotes as entities.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
