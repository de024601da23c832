import { Problem } from '../../transforms/problem.ts';

/** Kinds of engine errors that quote the cell that they stumbled over. */
const quotesCells =
  /^(Conversion|Invalid Input|Out of Range|Constraint|Invalid type|Mismatch Type|CSV) Error/i;

/**
 * What an error says, fit for logs and screens. Our own problems never hold a cell's value; the engine's may, so
 * everything that they quote is left out, and all but their first line.
 */
export function safeMessage(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (!quotesCells.test(message)) return message;
  const [first = ''] = message.split('\n');
  return first
    .replaceAll(/'[^']*'|"[^"]*"|`[^`]*`/g, '(not shown)')
    .replace(/['"`].*$/, '(not shown)');
}
