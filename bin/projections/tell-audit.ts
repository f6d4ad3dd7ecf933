import { type Finding, listAudited, listFindings } from '@/server/engine/audit/findings'
import type { Sql } from '@/server/engine/database/postgres'

/** Lists what the audit compared, and what it found with both sides. */
export async function tellAudit(sql: Sql): Promise<void> {
  const audited = await listAudited(sql)
  if (audited.length === 0) console.log('Nothing was audited yet: the worker does so while it runs.')
  for (const { reader, checked, auditedAt } of audited)
    console.log(`${reader.padEnd(20)} ${checked.toLocaleString('en-GB')} parts compared, the last at ${auditedAt}`)
  const findings = await listFindings(sql)
  if (audited.length > 0 && findings.length === 0) console.log('All of them are what the log makes of them.')
  for (const finding of findings) console.log(linesOf(finding))
}

function linesOf({ reader, part, drifts, foundAt }: Finding): string {
  const fields = drifts.map(({ field, row, log }) => `  ${field}: the row says ${row}, the log says ${log}`)
  return [`${reader} ${part} differs since ${foundAt}`, ...fields].join('\n')
}
