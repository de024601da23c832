import type { z } from 'zod';
import { checkDistrict } from './check-district.ts';
import { type District, districtSchema } from './district.ts';
import { type Path, YamlText } from './yaml-lines.ts';

/**
 * Reads the text of a district.yaml. Anything that is not as it must be is a `Problem` that names the line:
 * an unknown key, a value of the wrong kind, a column that the extract needs and the source does not map.
 * `file` is how messages call it.
 */
export function loadDistrict(text: string, file: string): District {
  const yaml = YamlText.parse(text, file);
  refuseOpenQuestions(yaml);
  const parsed = districtSchema.safeParse(yaml.value());
  if (!parsed.success) throw problemOf(parsed.error, yaml);
  const mistake = checkDistrict(parsed.data)[0];
  if (mistake) throw yaml.problem(yaml.lineOf(mistake.path), mistake.what);
  return parsed.data;
}

/** What `init` could not know is no setting: it is told as a question, not as a value of the wrong kind. */
function refuseOpenQuestions(yaml: YamlText): void {
  const open = yaml.openQuestions();
  const [first] = open;
  if (first === undefined) return;
  const numbers = [...new Set(open.map(({ number }) => number))];
  const others = numbers.length === 1 ? '' : ` (${numbers.length - 1} more in this file)`;
  throw yaml.problem(
    first.line,
    `Question ${first.number} of this file is not answered yet${others}.`,
    `The comment “QUESTION ${first.number}” there says what may stand here: write that in its place.`,
  );
}

function problemOf(error: z.ZodError, yaml: YamlText): Error {
  const placed = error.issues.map((issue) => place(issue, yaml));
  const [first, ...others] = placed.sort((a, b) => a.line - b.line);
  const more = others.length === 0 ? '' : ` (${others.length} more in this file)`;
  return yaml.problem(
    first?.line ?? 1,
    `${first?.what ?? 'The file is not as it must be'}${more}.`,
  );
}

function place(issue: z.core.$ZodIssue, yaml: YamlText): { line: number; what: string } {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  const name = nameOf(path);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const within = path.length === 0 ? '' : ` in ${name}`;
    return { line: yaml.lineOfKey(path, key), what: `There is no setting ${key}${within}` };
  }
  if (issue.code === 'invalid_union') {
    const [closest] = issue.errors.flat();
    const inner = closest ? place({ ...closest, path: [...path, ...closest.path] }, yaml) : null;
    if (inner) return inner;
  }
  const message = issue.message.startsWith('Invalid input')
    ? issue.message
        .replace('Invalid input: expected', 'must be')
        .replace(', received undefined', '')
    : issue.message;
  return { line: yaml.lineOf(path), what: `${name === '' ? 'The file' : name} ${message}` };
}

function nameOf(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');
}
