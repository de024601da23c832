import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  parseCheckHeader,
  parseRuleHeader,
  parseTableHeader,
  splitModelText,
  type CheckHeader,
  type TableHeader,
} from './model-header.ts';
import { findingsModel, type RuleSelect } from './findings-model.ts';
import { sentTwiceModels } from './sent-twice-models.ts';

/** The schemas whose tables are SQL, in the direction in which data walks through them. */
const tableSchemas = ['core', 'marts', 'release'] as const;

interface ModelFile {
  /** `schema.table`; of a check, `checks.name`. */
  readonly relation: string;
  readonly schema: string;
  readonly name: string;
  /** The one select, without the header comment. */
  readonly sql: string;
}

/** A table that is made by one select. */
export interface TableModel extends ModelFile {
  readonly kind: 'table';
  readonly header: TableHeader;
}

/** A select that returns the offending rows; none means that all is well. */
export interface CheckModel extends ModelFile {
  readonly kind: 'check';
  readonly header: CheckHeader;
}

export type Model = TableModel | CheckModel;

/** Whether a person may let the refresh publish although this check has found something. */
export function mayBeAccepted(model: Model | undefined): model is CheckModel {
  return model?.kind === 'check' && model.header.severity === 'block' && model.header.acceptable;
}

/** Where this module and the models stand. */
const here = dirname(fileURLToPath(import.meta.url));

/** Every model and check of the product, by schema and then by name. */
export function readCatalog(folder = here): Model[] {
  return [
    ...tableSchemas.flatMap((schema) =>
      readModelFiles(folder, schema).map(({ header, file, ...model }): TableModel => ({
        kind: 'table',
        ...model,
        header: parseTableHeader(header, file),
      })),
    ),
    findingsModel(readRuleSelects(folder)),
    ...[...readChecks(folder), ...sentTwiceModels()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  ];
}

function readChecks(folder: string): CheckModel[] {
  return readModelFiles(folder, 'checks').map(({ header, file, ...model }) => ({
    kind: 'check',
    ...model,
    header: parseCheckHeader(header, file),
  }));
}

/** The select of each quality rule, by its id. */
export function readRuleSelects(folder = here): RuleSelect[] {
  return readModelFiles(folder, 'rules').map(({ name, sql, header, file }) => ({
    id: name,
    sql,
    header: parseRuleHeader(header, file),
  }));
}

function readModelFiles(folder: string, schema: string) {
  return readdirSync(join(folder, schema))
    .filter((entry) => entry.endsWith('.sql'))
    .sort()
    .map((entry) => {
      const name = entry.slice(0, -'.sql'.length);
      const file = `sql/${schema}/${entry}`;
      const { header, sql } = splitModelText(
        readFileSync(join(folder, schema, entry), 'utf8'),
        file,
      );
      return { relation: `${schema}.${name}`, schema, name, sql, header, file };
    });
}
