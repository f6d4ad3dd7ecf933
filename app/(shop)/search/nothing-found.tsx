import { DEPARTMENTS, departmentPath } from '@/app/_catalogue/departments'
import { ButtonLink } from '@/app/_ui/button-link'
import { CardGrid } from '@/app/_ui/card-grid'
import { Heading } from '@/app/_ui/heading'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { TintLink } from '@/app/_ui/tint-link'
import { type Browsing, browsingPath, isFiltered } from '../_browse/browsing'

function reasonOf(browsing: Browsing): string {
  if (isFiltered(browsing))
    return 'Nothing like that at this price or on the shelf today. Without the filters there may be.'
  if (!browsing.text) return 'The shelves are empty: nothing has been put out yet.'
  return 'We have nothing by that name. A shorter word finds more, and so does a plainer one: we say “coat” where others say “outerwear”.'
}

/** An empty search: why that may be, and where to go on. */
export function NothingFound({ path, browsing, title }: { path: string; browsing: Browsing; title: string }) {
  const unfiltered = browsingPath(path, { ...browsing, price: '', inStock: false, page: 1 })
  return (
    <Stack gap="xl">
      <PageHead
        title={title}
        lead={reasonOf(browsing)}
        actions={isFiltered(browsing) && <ButtonLink href={unfiltered}>Take the filters off</ButtonLink>}
      />
      <Stack gap="m">
        <Heading level={2}>Or look round</Heading>
        <CardGrid label="Departments" tight>
          {DEPARTMENTS.map(({ slug, name, picture }) => (
            <TintLink key={slug} href={departmentPath(slug)} label={name} picture={picture} tint={slug} />
          ))}
        </CardGrid>
      </Stack>
    </Stack>
  )
}
