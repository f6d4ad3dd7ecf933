import { Search } from 'lucide-react'
import Form from 'next/form'
import styles from './search-box.module.css'

type SearchBoxProps = {
  /** The page that answers; the words are sent to it as a plain GET form. */
  action: string
  name?: string | undefined
  defaultValue?: string | undefined
  placeholder?: string | undefined
  label?: string | undefined
}

/** Search, as a form that needs no script, and with one keeps the page around the results. */
export function SearchBox({ action, name = 'q', defaultValue, placeholder, label = 'Search' }: SearchBoxProps) {
  return (
    <search className={styles.search}>
      <Form action={action} prefetch={false} className={styles.form}>
        <input
          className={styles.input}
          type="search"
          name={name}
          aria-label={label}
          defaultValue={defaultValue}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button className={styles.button} type="submit" aria-label={label}>
          <Search aria-hidden="true" />
        </button>
      </Form>
    </search>
  )
}
