/** Holds the token of the letter, for the pages under its path alone: so it stands in no address and in no page. */
export const RESET_COOKIE = 'tidemark_reset'
export const RESET_PATH = '/reset-password'
