import { attributionFields } from './attribution.ts';
import { budgetFields } from './budget.ts';
import { codesFields } from './codes.ts';
import { dollarsFields } from './dollars.ts';
import type { Field } from './field.ts';
import { findingsFields } from './findings.ts';
import { linesFields } from './lines.ts';
import { placesFields } from './places.ts';
import { qualityFields } from './quality.ts';
import { resultsFields } from './results.ts';
import { schoolsFields } from './schools.ts';
import { staffingFields } from './staffing.ts';

/** Every column name of the product's tables with its one meaning; each domain has a file. */
export const FIELDS: ReadonlyMap<string, Field> = new Map(
  [
    placesFields,
    codesFields,
    dollarsFields,
    budgetFields,
    attributionFields,
    schoolsFields,
    staffingFields,
    resultsFields,
    findingsFields,
    qualityFields,
    linesFields,
  ].flatMap((fields) => Object.entries<Field>(fields)),
);

/** The meaning of a column. A column without one is a fault of the program, which a test finds first. */
export function fieldNamed(name: string): Field {
  const field = FIELDS.get(name);
  if (field === undefined) throw new Error(`The column ${name} has no entry in sql/fields.`);
  return field;
}
