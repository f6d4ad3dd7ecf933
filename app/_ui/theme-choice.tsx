'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useId, useState } from 'react'
import { THEME_COOKIE, type Theme } from './theme'
import styles from './theme-choice.module.css'

const choices = [
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
  { value: 'device', label: 'As this device', Icon: Monitor },
] as const

/** The switch itself; `ThemeSwitch` gives it what the cookie says. */
export function ThemeChoice({ initial }: { initial: Theme | undefined }) {
  const [choice, setChoice] = useState<Theme | 'device'>(initial ?? 'device')
  const group = useId()

  function choose(value: Theme | 'device') {
    setChoice(value)
    rememberTheme(value === 'device' ? undefined : value)
  }

  return (
    <fieldset className={styles.switch}>
      <legend className="spoken">Theme</legend>
      {choices.map(({ value, label, Icon }) => (
        <label key={value} className={styles.choice} title={label}>
          <input
            className="spoken"
            type="radio"
            name={group}
            value={value}
            checked={choice === value}
            onChange={() => choose(value)}
          />
          <Icon aria-hidden="true" />
          <span className="spoken">{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

const YEAR_IN_SECONDS = 31_536_000

/** At once on this page, and by cookie on every later one. */
function rememberTheme(theme: Theme | undefined) {
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in every browser we serve, and this one is not a secret.
  document.cookie = `${THEME_COOKIE}=${theme ?? ''}; path=/; max-age=${theme ? YEAR_IN_SECONDS : 0}; samesite=lax`
}
