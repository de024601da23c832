import type { Field } from './field.ts';

/** Can a reader believe it. */
export const qualityFields = {
  column_name: { describe: 'A column of an extract, by its name in EXTRACTS.md.' },
  list_file: { describe: 'A list of the district, by its path in the district’s folder.' },
  correction_id: { describe: 'A correction, by its name in the district’s table of corrections.' },
  owner: { describe: 'Who in the district answers for it.' },
  from_value: { describe: 'What a cell was when it was sent; empty for an empty cell.' },
  to_value: { describe: 'What the district corrects it to.' },
  files: { describe: 'How many files it was found in.' },
  extract_title: { describe: 'What the kind of file is, in words.', release: 'label' },
  tier: {
    describe: 'How much of the map it carries, from T1, the smallest map, to T4.',
    release: 'label',
  },
  tier_name: { describe: 'The tier in words.', release: 'label' },
  extract_status: {
    describe:
      'not sent; late, when the newest file has not come; sent in another form, as counts in place of rows of students.',
    release: 'label',
  },
  unlocks: {
    describe: 'What the district would see with the file; empty when no page reads it yet.',
    release: 'label',
  },
  topic: { describe: 'What the fact is about.', release: 'label' },
  label: { describe: 'The fact in words.', release: 'label' },
  note: { describe: 'What it means, or where it comes from.', release: 'label' },
  file_kind: { describe: 'A kind of file, in words.' },
  edition_words: {
    describe: 'The published edition that the year before is of; empty where it is of the files.',
  },
  rows: { describe: 'Rows of a file, or lines of the ledger.', release: 'label' },
  lines: { describe: 'Lines of the ledger.', release: 'label' },
  not_in_chart: { describe: 'True when the chart of accounts lacks the code.' },
  has_control_total: {
    describe: 'True when the district sends a total that the fund is compared with.',
  },
  source_document: { describe: 'The document that a control total comes from.' },
  published_per_student: {
    describe: 'Dollars per student as somebody has published them; compared, and never used.',
    unit: 'dollars per student',
    release: 'rate_of_students',
  },
  ledger_per_student: {
    describe: 'The dollars that the ledger records at the site, divided by its students.',
    unit: 'dollars per student',
    release: 'rate_of_students',
  },
  agrees: {
    describe:
      'True when a published figure is that of the ledger, within one percent and a dollar.',
    release: 'label',
  },
  students_counted: {
    describe: 'What figures per student are divided by, in words.',
    release: 'label',
  },
  scope_note: {
    describe: 'What the map does not hold, in the district’s words.',
    release: 'label',
  },
  ties_to: {
    describe:
      'What the dollars tie to: the trial balance, or other totals of the district, whole or for the funds and years that have one or but for accepted differences; or the file’s own totals.',
    release: 'label',
  },
  disclosure_note: {
    describe: 'How the tables are protected, and who may have them.',
    release: 'label',
  },
  specific_rule_share: {
    describe: 'Share of assigned dollars coded by a rule that is no default.',
    unit: 'share, 0 to 1',
    release: 'label',
  },
  default_rule_share: {
    describe: 'Share of assigned dollars coded by a default rule.',
    unit: 'share, 0 to 1',
    release: 'label',
  },
  what: { describe: 'What is wrong, or what was looked at, as a sentence.' },
  subject: { describe: 'What a quality rule looked at, within its year.' },
  verdict: {
    describe:
      'What a quality rule thinks of it: failed, warned, or empty when it is as it should be.',
  },
  things: { describe: 'What a quality rule counts, in the plural.', release: 'label' },
  checked: { describe: 'How many things a quality rule looked at.', release: 'label' },
  failed: { describe: 'How many of them break the rule.', release: 'label' },
  rule_status: {
    describe:
      'What became of a quality rule: passed, warned, failed, overridden with a reason, or not applicable.',
    release: 'label',
  },
  rule_title: { describe: 'What is wrong when the rule is broken.', release: 'label' },
  extracts: {
    describe: 'The kinds of files that the rule needs; empty for all.',
    release: 'label',
  },
  threshold_text: { describe: 'The limits of the rule that held here.', release: 'label' },
  found_text: {
    describe: 'What the rule found, in counts, or why it does not apply.',
    release: 'label',
  },
  example: {
    describe: 'The first thing that breaks the rule; empty where it would be of staff or students.',
    release: 'label',
  },
  example_is_public: { describe: 'True when an example is of dollars alone.' },
  override_reason: {
    describe: 'Why the rule may be broken, in the words of the person who decided it.',
    release: 'label',
  },
  when_it_matters: { describe: 'When it matters that the rule is broken.', release: 'label' },
  how_to_resolve: { describe: 'What can be done about it.', release: 'label' },
  enforced_by: { describe: 'Who looks for it: reading, staging, coding, rules, or a check.' },
  check_name: { describe: 'The check that a person accepted.', release: 'label' },
  check_title: { describe: 'What is wrong when the check finds something.', release: 'label' },
  checked_year: {
    describe: 'The fiscal year that the check looked at; all, when it looks at all years at once.',
    release: 'label',
  },
  found_rows: { describe: 'How many things the check found.', release: 'label' },
  found_hash: {
    describe:
      'The sha256 of exactly what the check found; anything else that it finds needs another acceptance.',
    release: 'label',
  },
  acceptance_reason: {
    describe: 'Why what the check found may stand, in the words of the person who accepted it.',
    release: 'label',
  },
} as const satisfies Readonly<Record<string, Field>>;
