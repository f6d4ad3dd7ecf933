import type { Rule } from '../rule'
import { closure } from '../tree/closure'
import { isTest } from '../tree/source-file'
import type { Import } from '../tree/tree'

const neverBelowAView = /^(db|server\/(write|policies))\//
const purePackage = /^(zod|date-fns|@date-fns\/tz)$/

/** A view is folded in the projection, in a late read and in the browser: it may only take along what runs in all three. */
export const pureViews: Rule = {
  name: 'views-are-pure',
  why: 'The projection, the catch-up on read and the optimistic patch fold the same view. Only data and events may stand below it.',
  breaches: (tree) => {
    const views = tree.files.map(({ path }) => path).filter((path) => /\.view\.tsx?$/.test(path) && !isTest(path))
    return closure(views, tree, ({ target }) => !!target && !neverBelowAView.test(target)).flatMap((path) =>
      tree
        .importsOf(path)
        .filter((each) => !mayStandBelow(each))
        .map(({ target, packageName, line }) => ({ file: path, line, says: `imports ${target ?? packageName}` })),
    )
  },
}

function mayStandBelow({ target, packageName, typeOnly }: Import): boolean {
  if (packageName !== undefined) return typeOnly || purePackage.test(packageName)
  return target === undefined || !neverBelowAView.test(target)
}
