import type { Rule } from '../rule'
import { isTest } from '../tree/source-file'
import type { Import } from '../tree/tree'

export interface Layer {
  name: string
  why: string
  from: RegExp
  only?: RegExp
  never?: RegExp
  packages?: RegExp
}

export function layerRule(layer: Layer): Rule {
  return {
    name: layer.name,
    why: layer.why,
    breaches: (tree) =>
      tree.files
        .filter((file) => layer.from.test(file.path) && !isTest(file.path))
        .flatMap((file) =>
          tree
            .importsOf(file.path)
            .filter((each) => !allows(layer, each))
            .map((each) => ({ file: file.path, line: each.line, says: `imports ${each.target ?? each.packageName}` })),
        ),
  }
}

function allows(layer: Layer, { target, packageName }: Import): boolean {
  if (packageName !== undefined) return layer.packages?.test(packageName) ?? true
  // What leads nowhere is the compiler's to refuse.
  if (target === undefined) return true
  return (layer.only?.test(target) ?? true) && !layer.never?.test(target)
}
