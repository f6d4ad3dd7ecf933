import { SignOutButton } from '@/app/_session/sign-out-button'
import { Link } from '@/app/_ui/link'
import { Menu, MenuItem } from '@/app/_ui/menu'

/** Who is signed in, and the ways out of the back office. */
export function AccountMenu({ name }: { name: string }) {
  return (
    <Menu label={name}>
      <MenuItem>
        <Link href="/">To the shop</Link>
      </MenuItem>
      <MenuItem>
        <Link href="/account">Your account</Link>
      </MenuItem>
      <MenuItem>
        <SignOutButton />
      </MenuItem>
    </Menu>
  )
}
