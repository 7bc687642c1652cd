// Who is signed in: the gate before every screen, the page of an invitation, the account menu, and `useMe` for what stands behind the gate.
export { AccountMenu } from "./AccountMenu";
export { Gate } from "./Gate";
export { Join } from "./Join";
export { useMe, useSignOut } from "./me";
