import { clientFiles } from './imports/client-files'
import { engineFloors } from './imports/engine-floors'
import { engineWords } from './imports/engine-words'
import { entriesAreNotImported } from './imports/entries'
import { layerRules } from './imports/layers'
import { noCycles } from './imports/no-cycles'
import { pureDecisions } from './imports/pure-decisions'
import { pureViews } from './imports/pure-views'
import { sealedReadModels } from './imports/sealed-read-models'
import type { Rule } from './rule'

/** What keeps the architecture: who may know whom, and what must stay pure. */
export const importRules: Rule[] = [
  ...layerRules,
  sealedReadModels,
  pureViews,
  pureDecisions,
  clientFiles,
  engineFloors,
  engineWords,
  entriesAreNotImported,
  noCycles,
]
