import { emptyRelationSql } from '../../transforms/contract/staged-relation.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';

/** What an extract is that the district does not send: its columns, and no row. */
export function emptyRelation(relation: string): string {
  const contract = EXTRACTS.get(relation.replace(/^staging\./, ''));
  if (!contract) throw new Error(`${relation} was not made`);
  return emptyRelationSql(contract);
}
