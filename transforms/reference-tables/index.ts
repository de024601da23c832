import { corrections } from './corrections.ts';
import { jobPositions } from './job-positions.ts';
import { measures } from './measures.ts';
import { objectGroups } from './object-groups.ts';
import { ownSites } from './own-sites.ts';
import { positionTypes } from './position-types.ts';
import { priorities } from './priorities.ts';
import { projectSites } from './project-sites.ts';
import { purposes } from './purposes.ts';
import { refusedCombinations } from './refused-combinations.ts';
import { restatements } from './restatements.ts';
import { standardFunctions } from './standard-functions.ts';
import { standardObjects } from './standard-objects.ts';
import type { ReferenceTable } from './reference-table.ts';

/** Every list that people keep by hand. */
export const REFERENCE_TABLES: readonly ReferenceTable[] = [
  purposes,
  priorities,
  projectSites,
  refusedCombinations,
  restatements,
  corrections,
  jobPositions,
  ownSites,
  measures,
  standardFunctions,
  standardObjects,
  objectGroups,
  positionTypes,
];
