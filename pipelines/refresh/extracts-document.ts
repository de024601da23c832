import { extractsMarkdown, type ExtractUse } from '../../transforms/extracts/document.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import { readProgram } from './program.ts';

/** The document of every extract, with the tables that read each of them now. */
export async function extractsDocument(): Promise<string> {
  const { models, references, answers } = await readProgram();
  const useOf = (extract: string): ExtractUse => ({
    tables: [...models.values()]
      .filter(
        ({ kind, relation }) =>
          kind === 'table' && references.get(relation)?.includes(`staging.${extract}`) === true,
      )
      .map(({ relation }) => relation),
    answers: answers.filter((answer) => answer.extract === extract).map((one) => one.answers),
  });
  return extractsMarkdown([...EXTRACTS.values()], useOf);
}
