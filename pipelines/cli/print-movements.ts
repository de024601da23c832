import type { Movement, Movements } from '../refresh/movements.ts';
import { dollars } from '../runtime/words.ts';

/** Tells what moved most since the edition before, by purpose and then by site. */
export function printMovements({ since, largest }: Movements): void {
  if (largest === null) {
    console.log(`What moved since edition ${since} cannot be told: its package cannot be read.`);
  } else if (largest.length === 0) {
    console.log(`No dollars moved since edition ${since}.`);
  } else {
    console.log(`What moved most since edition ${since}:`);
    for (const movement of largest) console.log(`  ${movementLine(movement)}`);
  }
}

/** `Regular teachers, fiscal year 2024: $30,000.00 more ($600,000.00 before, $630,000.00 now)` */
export function movementLine({ name, fiscalYear, before, now, change }: Movement): string {
  const much = `${dollars(change.replace('-', ''))} ${change.startsWith('-') ? 'less' : 'more'}`;
  return `${name}, fiscal year ${fiscalYear}: ${much} (${dollars(before)} before, ${dollars(now)} now)`;
}
