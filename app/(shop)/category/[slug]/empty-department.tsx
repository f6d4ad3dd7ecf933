import { type Department, departmentPath } from '@/app/_catalogue/departments'
import { ButtonLink } from '@/app/_ui/button-link'
import { EmptyState } from '@/app/_ui/empty-state'

/** A department of which nothing is to be seen: by choice, or because nothing is there. */
export function EmptyDepartment({ department, isFiltered }: { department: Department; isFiltered: boolean }) {
  if (!isFiltered) {
    return (
      <EmptyState title="Nothing here yet" actions={<ButtonLink href="/search">Look at the rest</ButtonLink>}>
        The shelf is up, and nothing has been put on it.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Nothing at that price"
      actions={<ButtonLink href={departmentPath(department.slug)}>Show all of it</ButtonLink>}
    >
      The rest of {department.name} is where it was: take the filters off to see it.
    </EmptyState>
  )
}
