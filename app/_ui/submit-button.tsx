'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button'

/** The button that sends the form around it, and shows by itself that the form is on its way. */
export function SubmitButton({ look = 'primary', pending, ...rest }: ButtonProps) {
  const form = useFormStatus()
  return <Button type="submit" look={look} pending={pending ?? form.pending} {...rest} />
}
