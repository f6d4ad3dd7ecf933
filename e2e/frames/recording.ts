/** How a thing stands at one moment: how many of it there are, what it says, and which DOM node it is. */
export type Sight = { count: number; says: string; node: number }

/** All that is watched, at one moment. Noted only when something about it is different from the moment before. */
export type Look = {
  /** Which page load it belongs to. */
  document: number
  /** How many frames that page had drawn by then. */
  frame: number
  at: number
  heading: string
  /** By name, e.g. `order TM-12345-ABCDE`. */
  sights: Record<string, Sight>
}

/** Something moved that nobody had just touched. */
export type Shift = { document: number; at: number; heading: string; value: number; moved: string[] }

/** What one tab showed, over all the pages that were loaded in it. */
export type Recording = { frames: number; looks: Look[]; shifts: Shift[] }

/** What one page load keeps for itself until somebody collects it. */
export type PageRecording = { document: number; frames: number; looks: Look[]; shifts: Shift[] }

/** Under this and the page's number each page keeps what it saw, in the tab's own storage. */
export const KEPT_UNDER = 'frames/'
