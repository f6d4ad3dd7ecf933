import { itKeepsAllLaws } from './keeps-all-laws'

itKeepsAllLaws()
