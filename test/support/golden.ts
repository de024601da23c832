import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository.ts';

/** A figure of the sample district, typed by hand: the value keeps the digits that were promised. */
export interface GoldenFigure {
  readonly finding: string;
  readonly figure: string;
  readonly year: number;
  readonly value: string;
}

export function readGolden(): GoldenFigure[] {
  const text = readFileSync(join(repository, 'test/golden/riverbend.csv'), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [finding = '', figure = '', year = '', value = ''] = line.split(',');
      return { finding, figure, year: Number(year), value };
    });
}
