// Signs somebody in without the form, where the form is not what a story is about.

/** @param {import("playwright-core").Page} page @param {{ email: string, password: string }} account */
export async function signIn(page, { email, password }) {
  const response = await page.context().request.post("/api/v1/sessions", { data: { email, password } });
  if (!response.ok()) throw new Error(`${email} could not sign in: ${response.status()} ${await response.text()}`);
}
