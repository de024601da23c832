import {
  defineSearchAttributeKey,
  type SearchAttributePair,
  type TypedSearchAttributes,
} from '@temporalio/common';
import type { Trigger } from '../../runtime/run-log.ts';

export const districtAttribute = defineSearchAttributeKey('ResourceMapDistrict', 'KEYWORD');
export const triggerAttribute = defineSearchAttributeKey('ResourceMapTrigger', 'KEYWORD');
export const fiscalYearAttribute = defineSearchAttributeKey(
  'ResourceMapFiscalYear',
  'KEYWORD_LIST',
);

/** The attributes that a workflow is started with, where the namespace knows them. */
export function startAttributes(district: string, trigger: Trigger): SearchAttributePair[] {
  return [
    { key: districtAttribute, value: district },
    { key: triggerAttribute, value: trigger },
  ];
}

/** Whoever started this workflow knew that they are registered; a workflow cannot ask. */
export function isRegistered(attributes: TypedSearchAttributes): boolean {
  return attributes.get(districtAttribute) !== undefined;
}

/** The time for which a schedule has started this workflow; undefined when none has. */
export function scheduledTime(attributes: TypedSearchAttributes): Date | undefined {
  return attributes.get(defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME'));
}
