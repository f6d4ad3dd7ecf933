import { DEPARTMENTS, departmentPath } from '@/app/_catalogue/departments'
import { CardGrid } from '@/app/_ui/card-grid'
import { Link } from '@/app/_ui/link'
import { Stack } from '@/app/_ui/stack'
import { TintLink } from '@/app/_ui/tint-link'
import { countOf } from './_browse/count-text'
import { ChosenToday } from './_home/chosen-today'
import { Hero } from './_home/hero'
import { homeProducts } from './_home/home-products'
import { ProductShelf } from './_home/product-shelf'

export default async function HomePage() {
  const { newest, small, chosen, counts } = await homeProducts()
  const countIn = (slug: string) => counts.find(({ category }) => category === slug)?.count ?? 0
  return (
    <Stack gap="xl">
      <Hero />
      <CardGrid label="Departments" tight>
        {DEPARTMENTS.map(({ slug, name, picture }) => (
          <TintLink
            key={slug}
            href={departmentPath(slug)}
            label={name}
            detail={countOf(countIn(slug), 'thing')}
            picture={picture}
            tint={slug}
          />
        ))}
      </CardGrid>
      <ProductShelf
        title="New on the shelf"
        products={newest}
        more={<Link href="/search?sort=newest">Everything, newest first</Link>}
      />
      {chosen && <ChosenToday product={chosen} />}
      <ProductShelf
        title="Small change, well spent"
        products={small}
        more={<Link href="/search?price=-10">All the small things</Link>}
      />
    </Stack>
  )
}
