import type { CheckFacts, SourceRows } from '../refresh/check-facts.ts';
import type { RefreshResult } from '../refresh/result.ts';
import { dollars, grouped } from '../runtime/words.ts';
import { printFailure } from './errors.ts';
import { printNeeds, yearsOf } from './print-result.ts';
import { printRules } from './print-rules.ts';
import { textTable } from './text-table.ts';

/** Tells a person what a refresh of these files would come to. */
export function printCheck(result: RefreshResult, facts: CheckFacts | undefined): void {
  for (const warning of result.warnings) console.log(`Please look: ${warning}`);
  if (result.end === 'cancelled') {
    console.log('Stopped. The next check goes on from here.');
    return;
  }
  if (facts) printFacts(facts);
  if (result.failures.length > 0) {
    console.error('A refresh of these files would publish nothing:');
    for (const { name, facts: failure } of result.failures) printFailure(failure, name);
    return;
  }
  console.log('A refresh of these files would be published. This check has published nothing.');
}

function printFacts({ summary, rows }: CheckFacts): void {
  console.log(`${summary.name}, ${yearsOf(summary)}, dollars ${summary.amountWord}`);
  for (const line of rowTable(rows)) console.log(line);
  console.log('Dollars');
  const amounts = [
    ['read', summary.read],
    ['dropped by a rule, as stored totals', summary.dropped],
    ['excluded by a rule', summary.excluded],
    ['set aside', summary.quarantined],
    ['not yet assigned', summary.notYetAssigned],
    ['assigned to a purpose', summary.assigned],
  ] as const;
  for (const line of textTable(amounts.map(([what, amount]) => [what, dollars(amount)]))) {
    console.log(`  ${line}`);
  }
  console.log(`  They tie to ${summary.tiesTo}: difference ${dollars(summary.difference)}.`);
  printRules(summary.rules);
  printNeeds(summary.needsYou);
}

function rowTable(rows: readonly SourceRows[]): readonly string[] {
  const cells = rows.map(({ source, inFiles, loaded, setAside, dropped }) => [
    source,
    ...[inFiles, loaded, setAside, dropped].map(grouped),
  ]);
  return textTable([['Rows', 'in the files', 'loaded', 'set aside', 'dropped'], ...cells]);
}
