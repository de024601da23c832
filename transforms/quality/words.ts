import { extractNamed } from '../extracts/index.ts';
import type { Rule, Threshold } from './rule.ts';

const amount = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/** A threshold's value as people write it: 0.5%, $100,000, 10 days. */
function valueWords(value: number, unit: Threshold['unit']): string {
  switch (unit) {
    case 'share':
      return `${amount.format(value * 100)}%`;
    case 'dollars':
      return `$${amount.format(value)}`;
    case 'jobs':
      return `${amount.format(value)} full-time jobs`;
    case 'times':
    case 'count':
      return amount.format(value);
    case 'days':
    case 'points':
    case 'years':
      return `${amount.format(value)} ${unit}`;
  }
}

/** All limits of a rule in one line; `values` are those that hold in a district. */
export function thresholdWords(
  { thresholds = {} }: Rule,
  values: Readonly<Record<string, number>> = {},
): string {
  return Object.entries(thresholds)
    .map(([name, { value, unit, describe }]) => {
      return `${describe}: ${valueWords(values[name] ?? value, unit)}`;
    })
    .join('; ');
}

/** What the kinds of files are called of which one is needed. */
export function extractWords(need: string | readonly string[]): string {
  return [need]
    .flat()
    .map((name) => extractNamed(name).title)
    .join(' or ');
}

const severityWords: Readonly<Record<Rule['severity'], string>> = {
  block: 'stops the publish',
  warn: 'is reported',
  'warn or block': 'is reported; stops the publish where it is large',
};

function enforcerWords(enforcedBy: Rule['enforcedBy']): string {
  switch (enforcedBy) {
    case 'reading':
      return 'The file is refused while it is read.';
    case 'staging':
      return 'The rows are set aside, and `tolerances.quarantined_rows` says how many may be.';
    case 'coding':
      return 'The rule tables are refused.';
    case 'rules':
      return 'It may be overridden with a reason under `quality.overrides`.';
    default:
      return `It is the check \`${enforcedBy.slice('checks.'.length)}\`.`;
  }
}

const letters: Readonly<Record<string, string>> = {
  F: 'Files and their form',
  K: 'Keys and references',
  L: 'The ledger',
  S: 'Staff',
  O: 'Students and results',
};

/** The list of rules for people, as data/QUALITY.md holds it. */
export function rulesMarkdown(rules: readonly Rule[]): string {
  const parts = Object.entries(letters).map(([letter, title]) => {
    const own = rules.filter(({ id }) => id.startsWith(letter)).map(ruleMarkdown);
    return [`## ${title}`, ...own].join('\n\n');
  });
  return `${[introduction, ...parts].join('\n\n')}\n`;
}

const introduction = `# Quality rules

Every refresh looks for what usually goes wrong with the files of a school district. A rule that is broken is reported on the page "Quality and tie-out", in the package (\`quality_results\`) and after the refresh; a rule that says so keeps the map from being published. A rule whose files a district does not send is "not applicable".

Other limits than these stand in district.yaml under \`quality.thresholds\`, such as \`{ L10: { function_change: 0.35 } }\`. What a person has looked at and lets stand is written under \`quality.overrides\`, with the reason, which readers of the map see.

This page is made from \`transforms/quality/rules\`; \`npx vitest run test/quality -u\` writes it again.`;

function ruleMarkdown(rule: Rule): string {
  const { id, title, severity, matters, resolve, needs, enforcedBy, thresholds = {} } = rule;
  const files =
    needs.length === 0 ? 'all files' : needs.map((need) => extractWords(need)).join('; ');
  const limits = Object.entries(thresholds).map(
    ([name, { value, unit, describe }]) =>
      `- \`${name}\`, ${valueWords(value, unit)} (written ${value}): ${describe}`,
  );
  return [
    `### ${id}: ${title}`,
    `It ${severityWords[severity]}. ${matters} ${resolve} ${enforcerWords(enforcedBy)}`,
    `Looks at: ${files}.`,
    ...(limits.length === 0 ? [] : [limits.join('\n')]),
  ].join('\n\n');
}
