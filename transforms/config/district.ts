import { z } from 'zod';
import { SEGMENTS } from '../contract/segments.ts';
import { AMOUNT_TYPES } from '../extracts/ledger-columns.ts';
import { qualitySettings } from '../quality/settings.ts';
import { isTimeZone } from '../schedules/time-zone.ts';
import { arrivals } from './arrivals.ts';
import { quoted } from './cell-test.ts';
import { freshness } from './freshness.ts';
import { schedule } from './schedule.ts';
import { identifier, quarantinedRows, source } from './source.ts';

const name = quoted.min(1, 'must not be empty');

/** The district's folder, here and among the outputs. */
const districtId = quoted.regex(
  /^[a-z][a-z0-9_-]{0,59}$/,
  'must be lower-case letters, digits, _ and -, and start with a letter',
);

/** district.yaml. Keys are as people write them; what is left out has its default here and nowhere else. */
export const districtSchema = z.strictObject({
  version: z.literal(1, 'must be 1, the only format so far'),
  district: z.strictObject({
    id: districtId,
    name,
    state: quoted.regex(/^[A-Z]{2}$/, 'must be the two letters of the state'),
    time_zone: name
      .refine(isTimeZone, 'is no time zone: write one such as America/New_York or America/Phoenix')
      .default('America/New_York'),
  }),
  /** True for a district that exists only here: its pages say so, and its pseudonyms use a public key. */
  invented: z.boolean().default(false),
  parameters: z
    .record(identifier, z.strictObject({ default: z.union([quoted, z.int()]), describe: name }))
    .default({}),
  fiscal_years: z.array(z.int().min(1990).max(2100)).min(1).optional(),
  map: z.strictObject({
    amount_type: z.enum(AMOUNT_TYPES),
    chart: z.array(z.enum(SEGMENTS)).min(1),
    scope_note: name.optional(),
  }),
  tolerances: z
    .strictObject({
      quarantined_rows: quarantinedRows.default(0),
      /** `null` = no limit. */
      not_yet_assigned_share: z.number().min(0).max(1).nullable().default(0.02),
    })
    .prefault({}),
  need_weights: z.strictObject({ low_income: z.number().min(0).max(10).default(0.3) }).prefault({}),
  minimum_n: z.int().min(1).max(1000).default(10),
  publish: z.enum(['automatic', 'approval']).default('automatic'),
  quality: qualitySettings.prefault({}),
  freshness: freshness.default({}),
  schedules: z.array(schedule).default([]),
  arrivals: arrivals.optional(),
  missing: z.array(quoted).default(['']),
  /** The folder of a district with the same chart, whose coding/ is read where this one has no table of the name. */
  coding_of: name.optional(),
  sources: z.array(source).min(1),
  lookups: z.record(identifier, z.strictObject({ file: name, key: name, value: name })).default({}),
});

export type District = z.output<typeof districtSchema>;
export type Lookup = District['lookups'][string];
