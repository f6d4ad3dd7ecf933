import type { Checkpoint, Place } from '../log/checkpoint'
import type { Projection } from './projection'

/** `newer`: made by a later release. */
export type Age = 'outdated' | 'current' | 'newer'
/** A projection and where it stands. */
export type Member = { projection: Projection; checkpoint: Checkpoint; age: Age }

export function membersOf(projections: readonly Projection[], checkpoints: readonly Checkpoint[]): Member[] {
  const byName = new Map(checkpoints.map((one) => [one.name, one]))
  return projections.flatMap((projection) => {
    const checkpoint = byName.get(projection.name)
    return checkpoint ? [{ projection, checkpoint, age: ageOf(checkpoint, projection) }] : []
  })
}

/** Rows of a later version belong to a worker of a later release, which keeps them up to date beside this one. */
export function ageOf(checkpoint: Checkpoint, { version, settings = '' }: Projection): Age {
  if (checkpoint.version !== version) return checkpoint.version > version ? 'newer' : 'outdated'
  return checkpoint.settings === settings ? 'current' : 'outdated'
}

/** Those who stand at the same place, and can read the log together. */
export type Group = [Member, ...Member[]]

export function groupByPlace(members: readonly Member[]): Group[] {
  const groups = new Map<string, Group>()
  for (const member of members) {
    const place = nameOf(member.checkpoint)
    const group = groups.get(place)
    if (group) group.push(member)
    else groups.set(place, [member])
  }
  return [...groups.values()]
}

/** Two that have the same name stand at the same place. */
export const nameOf = ({ snapshot, target, reached }: Place) => `${snapshot} ${target} ${reached}`

/** Where all of them are, if it is one place. */
export function onePlace(places: readonly Place[]): Place | null {
  const [place] = places
  return place && places.every((one) => nameOf(one) === nameOf(place)) ? place : null
}
