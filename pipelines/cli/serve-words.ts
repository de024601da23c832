import { durationWords } from '../../transforms/config/duration.ts';
import { localWords } from '../../transforms/schedules/time-zone.ts';
import type { News, ServeEvent } from '../local/serve-events.ts';
import { countOf, grouped } from '../runtime/words.ts';
import { failureLines } from './errors.ts';

/** A line, or a few, for a person: when, who, what. */
export function serveLines({ at, district, schedule, news }: ServeEvent): readonly string[] {
  const who = schedule === null ? district.name : `${district.name}, ${schedule}`;
  const [first, ...more] = linesOf(news, district.time_zone, at);
  return [`${localWords(district.time_zone, at)}  ${who}: ${first}`, ...more.map((l) => `  ${l}`)];
}

function linesOf(news: News, zone: string, at: Date): readonly string[] {
  const on = (time: Date): string => localWords(zone, time);
  switch (news.kind) {
    case 'watching':
      return [
        news.next === null ? 'it never starts.' : `starts next on ${on(news.next)}.`,
        ...news.warnings.map((warning) => `Please look: ${warning}`),
      ];
    case 'watching_files':
      return [`new files in ${news.folder} start a refresh.`];
    case 'waiting_for_files':
      return [
        `new files have come, and none yet of: ${news.sources.join(', ')}. They wait until ${on(news.until)} at most.`,
      ];
    case 'files_arrived':
      return [`new files have come: ${someOf(news.names)}.`];
    case 'nothing_declared':
      return [
        'declares no schedules and no arrivals, so nothing will start. Add them to district.yaml.',
      ];
    case 'started': {
      const late = durationWords((at.getTime() - news.nominal.getTime()) / 1000);
      return [
        news.trigger === 'catch_up'
          ? `refresh started, ${late} late: it makes up for ${on(news.nominal)}.`
          : 'refresh started.',
      ];
    }
    case 'ended':
      return endLines(news);
    case 'failed':
    case 'problem':
      return failureLines(news.facts);
    case 'skipped':
      return [`skipped, because ${news.why}.`];
    case 'missed':
      return [
        news.count === 1
          ? `missed ${on(news.last)}, too long ago to be made up for.`
          : `missed ${countOf(news.count, 'time')}, the last on ${on(news.last)}, too long ago to be made up for.`,
      ];
  }
}

const mostNames = 5;

function someOf(names: readonly string[]): string {
  const more = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(', ');
  return more > 0 ? `${shown} and ${grouped(more)} more` : shown;
}

function endLines({ result }: Extract<News, { kind: 'ended' }>): readonly string[] {
  if (result.end === 'cancelled') {
    return ['stopped. Nothing is half done: the next refresh goes on from here.'];
  }
  if (result.failures.length > 0) {
    const end = result.end === 'blocked' ? 'blocked by a check' : 'failed';
    return [
      `${end}. Nothing was published; readers still see what they saw before.`,
      ...result.failures.flatMap(({ facts, name }) => failureLines(facts, name)),
    ];
  }
  const { made = 0, reused = 0 } = result.states;
  const edition = result.published?.edition ?? '';
  const outcome = {
    published: `published edition ${edition}`,
    'already published': `edition ${edition} is already published`,
    'waits for approval': `edition ${edition} waits for approval`,
  }[result.published?.outcome ?? 'published'];
  return [
    `${outcome} (${countOf(made, 'step')} made, ${grouped(reused)} reused).`,
    ...result.warnings.map((warning) => `Please look: ${warning}`),
  ];
}

/** The same as one line of JSON. */
export function serveJson({ at, district, schedule, news }: ServeEvent): string {
  return JSON.stringify({
    format: 1,
    at,
    local: localWords(district.time_zone, at),
    district: district.id,
    schedule,
    ...factsOfNews(news),
  });
}

function factsOfNews(news: News): object {
  switch (news.kind) {
    case 'ended': {
      const { runId, end, published, failures, warnings } = news.result;
      const { edition = null, outcome = null } = published ?? {};
      const problems = failures.map(({ step, name, facts }) => ({ step, name, ...facts }));
      return { event: news.kind, run: runId, state: end, edition, outcome, problems, warnings };
    }
    case 'failed':
    case 'problem':
      return { event: news.kind, problems: [news.facts] };
    case 'watching':
    case 'watching_files':
    case 'waiting_for_files':
    case 'files_arrived':
    case 'nothing_declared':
    case 'started':
    case 'skipped':
    case 'missed': {
      const { kind, ...facts } = news;
      return { event: kind, ...facts };
    }
  }
}
