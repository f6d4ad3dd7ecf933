import type { Audit, PartRows } from './audit'

type Answers<Answer> = Promise<ReadonlyMap<string, Answer>> | undefined

/**
 * One audit of a projection that keeps several tables. Each of these has parts of its own, and the whole calls them by
 * the name of that audit and their own: `day/2026-05-04`.
 */
export function severalAudits(audits: Readonly<Record<string, Audit>>): Audit {
  const names = Object.keys(audits)
  const auditOf = (part: string) => audits[split(part).name]
  const sets = new WeakMap<ReadonlySet<string>, Map<string, ReadonlySet<string>>>()

  /** The wanted parts of each audit, which are the same for every event of a walk. */
  function wantedBy(wanted: ReadonlySet<string>): Map<string, ReadonlySet<string>> {
    const known = sets.get(wanted) ?? new Map(names.map((name) => [name, new Set(ownParts(wanted, name))]))
    sets.set(wanted, known)
    return known
  }

  /** Asks every audit about its own parts. */
  async function ask<Answer>(
    parts: Iterable<string>,
    act: (audit: Audit, own: string[], name: string) => Answers<Answer>,
  ): Promise<Map<string, Answer>> {
    const answers = new Map<string, Answer>()
    for (const [name, audit] of Object.entries(audits)) {
      const answer = await act(audit, ownParts(parts, name), name)
      for (const [part, one] of answer ?? []) answers.set(`${name}/${part}`, one)
    }
    return answers
  }

  return {
    evidence: 'log',
    partsOf: (event, wanted) =>
      Object.entries(audits).flatMap(([name, audit]) =>
        audit.partsOf(event, wanted && wantedBy(wanted).get(name)).map((part) => `${name}/${part}`),
      ),
    begin: (tx, parts) => ask<unknown>(parts, (audit, own) => audit.begin?.(tx, own)),
    fold: (state, event, part) => auditOf(part)?.fold(state, event, split(part).own),
    isSettled: (state, part) => auditOf(part)?.isSettled?.(state, split(part).own) ?? true,
    expected: (tx, states) =>
      ask<PartRows>([...states.keys()], (audit, own, name) =>
        audit.expected(tx, new Map(own.map((part) => [part, states.get(`${name}/${part}`)]))),
      ),
    living: (tx, parts) => ask<PartRows>(parts, (audit, own) => audit.living(tx, own)),
    async sample(tx, count) {
      const share = Math.ceil(count / names.length)
      const drawn: string[] = []
      for (const [name, audit] of Object.entries(audits))
        for (const part of await audit.sample(tx, share)) drawn.push(`${name}/${part}`)
      return drawn
    },
    async write(tx, part, state) {
      const audit = auditOf(part)
      if (!audit) throw new Error(`There is no part called ${part}: parts are called ${names.join('/…, ')}/….`)
      await audit.write(tx, split(part).own, state)
    },
  }
}

function split(part: string): { name: string; own: string } {
  const end = part.indexOf('/')
  return { name: part.slice(0, end), own: part.slice(end + 1) }
}

function ownParts(parts: Iterable<string>, name: string): string[] {
  return [...parts].map(split).flatMap((part) => (part.name === name ? [part.own] : []))
}
