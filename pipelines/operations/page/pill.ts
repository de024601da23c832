import type { StepState } from '../../graph/execute.ts';
import type { FreshnessState } from '../freshness.ts';
import type { RunState } from '../run.ts';
import { type Html, html } from './html.ts';

/** What a state is like; the word stands beside the color, for those who do not see it. */
type Tone = 'good' | 'plain' | 'soft' | 'warn' | 'bad';

const TONES: Readonly<Record<RunState | StepState | FreshnessState, Tone>> = {
  made: 'good',
  reused: 'plain',
  fresh: 'good',
  running: 'soft',
  planned: 'plain',
  late: 'warn',
  blocked: 'warn',
  stale: 'bad',
  failed: 'bad',
  interrupted: 'bad',
  no_news: 'warn',
  cancelled: 'soft',
  skipped: 'plain',
};

export function toneOf(state: keyof typeof TONES): Tone {
  return TONES[state];
}

/** A state as a word in its color. */
export function pill(state: keyof typeof TONES, word: string = state): Html {
  return html`<span class="pill ${toneOf(state)}">${word}</span>`;
}
