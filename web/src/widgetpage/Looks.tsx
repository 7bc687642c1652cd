// Colour, place, launcher, theme.
import { RadioGroup, Section } from "../ui";
import { Colour } from "./Colour";
import type { Draft } from "./draft";

export function Looks({ draft: { widget, change, errorOf } }: { draft: Draft }) {
  return (
    <Section title="Looks">
      <Colour value={widget.colour} onChange={(colour) => change({ colour })} error={errorOf("colour")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <RadioGroup
          label="Launcher"
          value={widget.launcher}
          onChange={(launcher) => change({ launcher })}
          options={[
            { value: "bubble", label: "Round button" },
            { value: "label", label: "Button with words" },
          ]}
        />
        <RadioGroup
          label="Corner"
          value={widget.position}
          onChange={(position) => change({ position })}
          options={[
            { value: "right", label: "Bottom right" },
            { value: "left", label: "Bottom left" },
          ]}
        />
      </div>
      <RadioGroup
        label="Theme"
        value={widget.theme}
        onChange={(theme) => change({ theme })}
        options={[
          { value: "auto", label: "As the visitor's device", description: "Light by day and dark by night, where the device does so." },
          { value: "light", label: "Always light" },
          { value: "dark", label: "Always dark" },
        ]}
      />
    </Section>
  );
}
