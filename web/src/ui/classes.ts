// Joins class names, leaving out what is not one (the left side of a `condition && "name"`).
export function cx(...names: unknown[]): string {
  return names.filter((name) => typeof name === "string" && name !== "").join(" ");
}
