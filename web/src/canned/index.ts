// The canned replies of an app: read and changed where they are set up, and where they are used.
export { ReplyDialog } from "./ReplyDialog";
export { useRemoveReply, useReplies } from "./replies";
