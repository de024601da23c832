import type { CheckModel } from '../../sql/catalog.ts';
import type { StepRecord } from '../runtime/store.ts';
import type { Acceptance } from './accepted-checks.ts';
import { databaseFile } from './database.ts';
import type { EarlierYear } from './earlier-year.ts';

/** What a manifest is drawn up from; all of it follows from files, configuration and code. */
export interface ManifestParts {
  readonly district: string;
  readonly fiscalYears: readonly number[];
  /** Preliminary, final, audited or restated, as the person who refreshed calls it. */
  readonly label: string | null;
  /** sha256 of the configuration: district.yaml, its parameters and rule tables. */
  readonly configuration: string;
  /** sha256 of the program's code. */
  readonly code: string;
  readonly package: StepRecord;
  readonly database: StepRecord;
  /** Key of what the site is built from, built or not. */
  readonly siteKey: string;
  readonly checks: readonly { readonly check: CheckModel; readonly offenders: number }[];
  /** What checks have found and a person has let pass. */
  readonly acceptances: readonly Acceptance[];
  /** The edition whose year stands beside the first one. */
  readonly earlier: EarlierYear | null;
}

/**
 * The text of an edition's manifest. It names no time, person or path, and an earlier edition only where the quality
 * rules compare with it, so the same content is the same edition. The DuckDB file and the site differ in their bytes from build to build: they stand here by the key
 * of what they are built from.
 */
export function manifestText(parts: ManifestParts): string {
  const manifest = {
    format: 1,
    district: parts.district,
    fiscal_years: parts.fiscalYears,
    label: parts.label,
    configuration: parts.configuration,
    code: parts.code,
    ...comparedWith(parts.earlier),
    files: Object.fromEntries(
      Object.entries(parts.package.files).map(([path, { sha256, bytes }]) => [
        `package/${path}`,
        { sha256, bytes, ...rowsOf(parts.package, path) },
      ]),
    ),
    built: { [databaseFile]: parts.database.key, site: parts.siteKey },
    checks: parts.checks.map(({ check, offenders }) => ({
      check: check.name,
      title: check.header.title,
      severity: check.header.severity,
      offenders,
    })),
    acceptances: parts.acceptances.map(({ check, partition, reason, findings }) => ({
      check,
      partition,
      reason,
      findings,
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function comparedWith(earlier: EarlierYear | null): object {
  if (earlier === null || 'notCompared' in earlier.found) return {};
  const { edition, fiscalYear } = earlier;
  return { compared_with: { edition, fiscal_year: fiscalYear } };
}

function rowsOf(record: StepRecord, path: string): { rows?: number } {
  const relation = Object.values(record.relations).find(({ file }) => file === path);
  return relation ? { rows: relation.rows } : {};
}
