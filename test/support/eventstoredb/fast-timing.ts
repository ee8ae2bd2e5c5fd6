import type { Timing } from '../../../src/adapters/eventstoredb/connection/timing.js';

/** Short enough for tests that wait for it, long enough for a busy machine. */
export const fastTiming: Timing = { call: 600, patience: 3000, silence: 600, pause: 5, pauseMax: 50 };
