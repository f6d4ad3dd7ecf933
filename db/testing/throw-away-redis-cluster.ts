import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { findFreePort } from '../embedded/free-port'
import { startThrowAwayRedis } from './throw-away-redis'

const SLOTS = 16_384

type Node = Awaited<ReturnType<typeof startNode>>

/** A Redis Cluster of so many nodes without replicas: a node that is gone takes its share of the keys with it. */
export async function startThrowAwayRedisCluster(size: number) {
  const nodes: Node[] = []
  for (let n = 0; n < size; n++) nodes.push(await startNode())
  await introduce(nodes)
  return {
    /** The addresses of all nodes, with commas between. */
    url: nodes.map(({ url }) => url).join(','),
    nodes,
    /** The node that holds a key. */
    async ownerOf(key: string): Promise<Node> {
      const slot = await ask(nodes[0] as Node, (redis) => redis.cluster('KEYSLOT', key))
      return nodes.find(({ slots }) => slot >= slots.from && slot <= slots.to) as Node
    },
    stop: async () => {
      for (const node of nodes) await node.stop()
    },
  }
}

async function startNode() {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-redis-'))
  const busPort = await findFreePort()
  const flags = [
    ...['--dir', folder, '--cluster-enabled', 'yes', '--cluster-port', String(busPort)],
    ...['--cluster-node-timeout', '1500', '--cluster-require-full-coverage', 'no'],
  ]
  let redis = await startThrowAwayRedis({ flags })
  const { url, port } = redis
  const slots = { from: 0, to: 0 }
  return {
    url,
    port,
    busPort,
    /** The slots that it holds. */
    slots,
    kill: () => redis.kill(),
    /** Comes back with its place in the cluster, and without its keys. */
    async restart() {
      redis = await startThrowAwayRedis({ port, flags })
    },
    async stop() {
      await redis.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function introduce(nodes: readonly Node[]): Promise<void> {
  const share = Math.ceil(SLOTS / nodes.length)
  const [first] = nodes
  for (const [index, node] of nodes.entries()) {
    node.slots.from = index * share
    node.slots.to = Math.min(SLOTS, (index + 1) * share) - 1
    await ask(node, (redis) => redis.call('CLUSTER', 'ADDSLOTSRANGE', String(node.slots.from), String(node.slots.to)))
    if (first && node !== first)
      await ask(first, (redis) => redis.call('CLUSTER', 'MEET', '127.0.0.1', String(node.port), String(node.busPort)))
  }
  for (const node of nodes) {
    while (!(await isWhole(node, nodes.length))) await sleep(50)
  }
}

async function isWhole(node: Node, size: number): Promise<boolean> {
  const info = String(await ask(node, (redis) => redis.cluster('INFO')))
  return (
    info.includes('cluster_state:ok') &&
    info.includes(`cluster_slots_assigned:${SLOTS}`) &&
    info.includes(`cluster_known_nodes:${size}`)
  )
}

async function ask<Answer>(node: Node, question: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = new Redis(node.url)
  redis.on('error', () => {})
  try {
    return await question(redis)
  } finally {
    redis.disconnect()
  }
}
