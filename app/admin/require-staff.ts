import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { type Person, whoIsAsking } from '@/app/_server/actor'

/**
 * Lets staff through and nobody else: who is signed out may sign in and come back, who is signed in as a customer is
 * told that this is not for them. Every page asks, because a layout is not rendered again on the way from page to page;
 * queries and commands check by themselves besides.
 */
export async function requireStaff(): Promise<Person> {
  const { actor, person } = await whoIsAsking()
  if (!person) redirect(`/sign-in?${new URLSearchParams({ next: await ownAddress() })}`)
  if (actor.kind !== 'staff') forbidden()
  return person
}

async function ownAddress(): Promise<string> {
  return (await headers()).get('x-address') ?? '/admin'
}
