import { Problem } from '../../transforms/problem.ts';

/** An error of the engine starts with its kind. */
const engineKind = /^([A-Z][A-Za-z ]{2,40} Error): /i;

/** Kinds that speak of names, files and resources, and never of what a cell says. */
const speaksOfNames =
  /^(Binder|Catalog|Connection|Dependency|HTTP|Interrupt|IO|Missing Extension|Out of Memory|Parser|Permission|Syntax) Error$/i;

/**
 * What an error says, fit for logs and screens. Our own problems never hold a cell's value. The engine's may quote
 * one, with or without quotation marks and in ways that change with its versions: of all but the kinds that speak of
 * names only the kind is told. Whoever prints it says in which step it happened.
 */
export function safeMessage(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const kind = engineKind.exec(message)?.[1];
  if (kind === undefined) return message;
  // Below a blank line the engine advises people who write SQL.
  if (speaksOfNames.test(kind)) return message.split('\n\n', 1)[0] ?? message;
  return `${kind} (its text may quote a cell, so it is not shown)`;
}
