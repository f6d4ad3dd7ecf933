import type { Bench } from './bench'

const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  commands: () => import('./commands.bench'),
  lag: () => import('./lag.bench'),
  'late-commits': () => import('./late-commits.bench'),
  kill: () => import('./kill.bench'),
  projections: () => import('./projections.bench'),
  scale: () => import('./scale.bench'),
  rebuild: () => import('./rebuild.bench'),
  dashboard: () => import('./dashboard.bench'),
  interaction: () => import('./interaction.bench'),
}

const [name = '', ...args] = process.argv.slice(2)
const load = benches[name]
if (!load) {
  console.error(`There is no benchmark "${name}". There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
const { bench } = await load()
const figures = await bench(args)
console.log(JSON.stringify({ bench: name, figures }))
process.exit(0)
