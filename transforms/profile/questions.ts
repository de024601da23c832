import type { Path } from '../config/yaml-lines.ts';

/** Something that only a person knows, at its place in district.yaml. */
export interface Question {
  readonly number: number;
  readonly path: Path;
  readonly text: string;
  /** What may be written there, the likeliest first. */
  readonly candidates: readonly string[];
  /** A placeholder stands there, which `check` and `refresh` refuse by the question's number. */
  readonly blocks: boolean;
}

/** Numbers questions in the order in which they are asked, which is that of the file. */
export class Questions {
  private readonly asked: Question[] = [];

  /** A question without whose answer nothing can be read; returns what stands in its place until then. */
  ask(path: Path, text: string, candidates: readonly string[] = []): string {
    const question = this.add(path, text, candidates, true);
    return `QUESTION ${question.number}`;
  }

  /** A question about what works as it is written, or as well without. */
  wonder(path: Path, text: string, candidates: readonly string[] = []): void {
    this.add(path, text, candidates, false);
  }

  list(): readonly Question[] {
    return this.asked;
  }

  private add(path: Path, text: string, candidates: readonly string[], blocks: boolean): Question {
    const question = { number: this.asked.length + 1, path, text, candidates, blocks };
    this.asked.push(question);
    return question;
  }
}
