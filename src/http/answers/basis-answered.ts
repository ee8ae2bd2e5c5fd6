/** What an answer that is being sent was computed on, by its reply. */
export const basisAnswered = new WeakMap<object, object>();
