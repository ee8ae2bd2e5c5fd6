/** Whom to tell, once, that a long answer has begun, by its reply: it may go on for days. */
export const answersBegun = new WeakMap<object, () => void>();
