/**
 * Largest file of one image. "3MB" by OkayFace error list and OkayFace image requirements (EMAS eKYC portal
 * docs). Neither page says whether a megabyte is 10⁶ or 2²⁰ bytes: the smaller is taken, so that what passes
 * here passes under both.
 */
export const MAX_IMAGE_BYTES = 3_000_000;

/**
 * Largest request to the portal: "Request size exceed 5MB.", error list of the EMAS eKYC portal docs. Read as
 * above.
 */
export const MAX_PORTAL_REQUEST_BYTES = 5_000_000;

/** Smallest width and height in pixels, OkayFace image requirements (EMAS eKYC portal docs). */
export const MIN_IMAGE_SIDE_PX = 450;
