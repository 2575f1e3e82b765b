/** The event that takes back the last step of a case, where the definition allows it (`meta.undo`). */
export const undoEvent = "undo";
