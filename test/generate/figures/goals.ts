import type { Event } from '../../../pipelines/generate/events.ts';
import { cost } from './happened.ts';

/** The projects of each goal of the plan. */
export const GOALS: Readonly<Record<string, readonly string[]>> = {
  strong_teaching: ['1402', '1403', '1404'],
  early_reading: ['1401', '1501', '1502'],
  more_time: ['1601', '1602'],
  healthy_connected: ['1702', '2701'],
  ready_for_life: ['1801', '1802'],
};

export const isTied = (it: Event): boolean => Object.values(GOALS).flat().includes(it.project);

/** Dollars tied to a goal; `not_tied` is the assigned rest. */
export function plan(goal: string, year: number): number {
  if (goal === 'not_tied') return cost(year, (it) => it.decidable && !isTied(it));
  return cost(year, (it) => GOALS[goal]?.includes(it.project) ?? false);
}
