import { DRIVER_KEY_MACROS } from './driver-key.ts';
import { SPLIT_MACROS } from './largest-remainder.ts';

/** The scalar macros with which SQL divides dollars and names what they are divided by. */
export const ATTRIBUTION_MACROS: readonly string[] = [...SPLIT_MACROS, ...DRIVER_KEY_MACROS];
