/** What a page is, for machines that list pages: JSON-LD of schema.org. It is data, not a script, and runs nowhere. */
export function StructuredData({ data }: { data: Record<string, unknown> }) {
  return (
    <script type="application/ld+json">
      {escapeForScript(JSON.stringify({ '@context': 'https://schema.org', ...data }))}
    </script>
  )
}

/** No text of ours can end the element it stands in. */
function escapeForScript(json: string): string {
  return json.replaceAll('<', '\\u003c')
}
