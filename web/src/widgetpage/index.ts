// The widget of each AI Agent: how it looks, where it may be, who is let in, and how a website embeds it.
export { WidgetPage } from "./WidgetPage";
