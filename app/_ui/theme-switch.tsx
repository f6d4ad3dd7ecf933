import { cookies } from 'next/headers'
import { parseTheme, THEME_COOKIE } from './theme'
import { ThemeChoice } from './theme-choice'

/** Day, night, or as the device has it. Reads the cookie, so that the choice is marked before any script runs. */
export async function ThemeSwitch() {
  return <ThemeChoice initial={parseTheme((await cookies()).get(THEME_COOKIE)?.value)} />
}
