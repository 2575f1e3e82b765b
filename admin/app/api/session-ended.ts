/** The event of the window that says that the office no longer knows who asks. */
export const sessionEnded = "passerelle:session-ended";
