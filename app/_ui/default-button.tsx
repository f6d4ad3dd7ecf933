/** A form's Enter presses its first button. Stands unseen before all others where theirs is not what Enter means. */
export function DefaultButton() {
  return <button type="submit" className="spoken" tabIndex={-1} aria-hidden="true" />
}
