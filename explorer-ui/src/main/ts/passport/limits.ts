/** The longest file of a passport. */
export const MAX_PASSPORT_BYTES = 16 * 1024 * 1024;
