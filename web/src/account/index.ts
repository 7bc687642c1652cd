// Who is signed in: the gate before every screen, the account menu, and `useMe` for what stands behind the gate.
export { AccountMenu } from "./AccountMenu";
export { Gate } from "./Gate";
export { useMe, useSignOut } from "./me";
