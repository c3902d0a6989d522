/** `id` of the element that the summary of faults leads to. A screen has one question, so one name is enough. */
export const FIELD_ID = 'showcase-answer';
