import { importRules } from './import-rules'
import { nameRules } from './name-rules'
import type { Rule } from './rule'
import { readTexts } from './tree/read-texts'
import { treeOf } from './tree/tree'

const kinds: Record<string, Rule[]> = { imports: importRules, names: nameRules }

const rules = kinds[process.argv[2] ?? '']
if (!rules) throw new Error(`Say which rules to check: ${Object.keys(kinds).join(' or ')}.`)

const tree = treeOf(readTexts(process.cwd()))
const broken = rules.flatMap((rule) => {
  const breaches = rule.breaches(tree)
  return breaches.length > 0 ? [{ rule, breaches }] : []
})
for (const { rule, breaches } of broken) {
  console.error(`\n${rule.name}: ${rule.why}`)
  for (const { file, line, says } of breaches) console.error(`  ${file}:${line} ${says}`)
}
if (broken.length > 0) process.exitCode = 1
else console.log(`${rules.length} rules hold in ${tree.files.length} files.`)
