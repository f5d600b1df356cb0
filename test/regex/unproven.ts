/** Expressions that the checker cannot prove linear, each with the reason why it is. The list may only shrink. */
export const UNPROVEN: Readonly<Record<string, string>> = {}
