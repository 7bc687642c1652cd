// The real widget in a frame, as far as it is needed wherever somebody configures what it shows.
export { isColour, languagesOf, looksIn } from "./looks";
export { WidgetFrame } from "./WidgetFrame";
