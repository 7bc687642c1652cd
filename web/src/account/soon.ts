// What somebody who holds the link of an invitation may know of it.
export interface OpenInvitation {
  email: string;
  full_name: string;
  role: "agent" | "supervisor" | "admin";
  app_name: string;
}
