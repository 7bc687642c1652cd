// Audit log: who changed what, and when.
export { AuditPage } from "./AuditPage";
