// An admin belongs to no app and picks the one whose conversations to look at.
import { Field, Select } from "../../ui";
import type { App } from "../../api";
import type { Route } from "../route";
import { useSeat } from "../seat";

export function AppPicker({ apps, route }: { apps: App[]; route: Route }) {
  const { app } = useSeat();
  return (
    <Field label="App" hideLabel className="w-40 sm:w-56">
      <Select
        value={String(app)}
        onChange={(event) => route.goToApp(Number(event.target.value))}
        options={apps.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </Field>
  );
}
