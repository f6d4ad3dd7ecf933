import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const knip = join(createRequire(import.meta.url).resolve('knip'), '../../bin/knip.js')

type Named = { name: string }[]
type Report = { issues: { file: string; files: Named; exports: Named; dependencies: Named; unlisted: Named }[] }

// A whole run of knip: a second alone, several beside the other tests.
const timeout = 30_000

it('finds a forgotten file, an export that nobody takes, and packages nobody uses or nobody listed', {
  timeout,
}, () => {
  const { stdout } = spawnSync(
    process.execPath,
    [knip, '--config', join(here, 'knip.jsonc'), '--no-progress', '--reporter', 'json'],
    { cwd: join(here, 'fixtures/dead-code'), encoding: 'utf8' },
  )
  const { issues } = JSON.parse(stdout) as Report
  const found = issues.flatMap(({ file, files, exports, dependencies, unlisted }) =>
    Object.entries({ files, exports, dependencies, unlisted }).flatMap(([kind, named]) =>
      named.map(({ name }) => `${file} ${kind} ${name}`),
    ),
  )
  expect(found.sort()).toEqual([
    'package.json dependencies pino',
    'server/engine/forgotten.ts files server/engine/forgotten.ts',
    'server/engine/half-used.ts exports unused',
    'workers/main.ts unlisted uuid',
  ])
})
