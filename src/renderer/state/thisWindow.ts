/** This window among those that look at the same project: edits of others that it has not seen yet are not overwritten. */
export const windowName = crypto.randomUUID();
