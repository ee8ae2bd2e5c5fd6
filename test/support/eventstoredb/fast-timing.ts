import type { Timing } from '../../../src/adapters/eventstoredb/connection/timing.js';

/** Short enough for tests that wait for it, long enough for a busy machine. */
export const fastTiming: Timing = { call: 250, patience: 800, silence: 300, pause: 5, pauseMax: 50 };
