import { fillNames } from '../../../transforms/config/fill-names.ts';
import { parameterYear } from '../../../transforms/config/parameters.ts';
import { fillTokens } from '../../../transforms/config/year-tokens.ts';
import type { Prescan, SentFile } from '../../runtime/formats/sent-file.ts';
import { prescan } from '../../runtime/prescan.ts';
import { readable } from '../../runtime/readable.ts';
import type { MakeRequest } from '../make.ts';
import { type StagedSource, stagedSource } from '../staged-source.ts';
import { fileChanged } from './refuse.ts';
import { privateFiles } from './stage-file.ts';

/** What the file holds, counted from its bytes, and its plain copy where the loader needs one. */
export async function scanSent(request: MakeRequest): Promise<Prescan> {
  const { context, directory } = request;
  const { file, sent } = sentFile(request);
  const { copy } = privateFiles(directory);
  const facts = await readable(sent.name, sent.path, () =>
    prescan(sent, copy, context.signal, true),
  );
  if (facts.sha256 !== file.sha256) throw fileChanged(file.name);
  return facts;
}

/** The file of a step, and how it is read, with the years and parameters in its names filled in. */
export function sentFile({ step, context }: MakeRequest): StagedSource & {
  readonly sent: SentFile;
  readonly tokenYear: number | null;
} {
  const { file, source: declared } = stagedSource(step, context);
  const tokenYear = file.year ?? parameterYear(context.parameters);
  const source = fillNames(declared, (name) => fillTokens(name, tokenYear, context.parameters));
  return {
    file,
    source,
    sent: { path: file.path, name: file.name, format: source.format },
    tokenYear,
  };
}
