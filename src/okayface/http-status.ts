export const isSuccessStatus = (status: number): boolean => status >= 200 && status <= 299;

/** Whether a status tells of trouble that time may mend: the server's own, a timeout, too many requests. */
export const isPassingStatus = (status: number): boolean => status >= 500 || status === 408 || status === 429;
