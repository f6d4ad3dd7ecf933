import type { CATEGORIES } from '@/server/events/product'

export type DepartmentSlug = (typeof CATEGORIES)[number]

export type Department = {
  slug: DepartmentSlug
  name: string
  /** A drawing that stands for all of it. */
  picture: string
  /** What its page says under its name. */
  lead: string
}

/** The shop's departments, in the order in which one walks through them. */
export const DEPARTMENTS: readonly Department[] = [
  { slug: 'outdoors', name: 'Outdoors', picture: 'compass', lead: 'For weather, which here is most of the time.' },
  { slug: 'wear', name: 'Wear', picture: 'scarf', lead: 'Things to be dry in, warm in, and seen in, in that order.' },
  {
    slug: 'kitchen',
    name: 'Kitchen',
    picture: 'stock-pot',
    lead: 'Pans with a bottom, knives with an edge, and a teapot that stops when it is told to.',
  },
  { slug: 'pantry', name: 'Pantry', picture: 'lemon', lead: 'All of it keeps. Whether it is kept is up to you.' },
  { slug: 'home', name: 'Home', picture: 'alarm-clock', lead: 'Light, soap, and somewhere to sit down.' },
  {
    slug: 'garden',
    name: 'Garden',
    picture: 'tulip',
    lead: 'Seeds, bulbs and staff: the bees, the worms and the ladybirds.',
  },
  {
    slug: 'play',
    name: 'Play',
    picture: 'teddy-bear',
    lead: 'For windy days, wet ones, and the long ones in between.',
  },
  { slug: 'gear', name: 'Gear', picture: 'anchor', lead: 'Tools that will outlast the job, and probably the house.' },
]

/** The department at this address, if there is one. */
export function findDepartment(slug: string): Department | undefined {
  return DEPARTMENTS.find((department) => department.slug === slug)
}

export function departmentPath(slug: string): string {
  return `/category/${slug}`
}

/** Where a product has its page. */
export function productPath(slug: string): string {
  return `/product/${slug}`
}
