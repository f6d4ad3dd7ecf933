import { noCasts, noLeftOutTests, noSilencedCompiler } from './names/code-shortcuts'
import { kebabCase, noIndexFiles, tellingNames } from './names/file-names'
import type { Rule } from './rule'

/** House style that the linter has no rule for. */
export const nameRules: Rule[] = [kebabCase, tellingNames, noIndexFiles, noCasts, noSilencedCompiler, noLeftOutTests]
