// Builds the page on which the Dashboard tries the widget. By itself: what visitors load is not cut in other pieces for it.
import { defineConfig, mergeConfig } from "vite";
import chat from "./vite.config.ts";

export default mergeConfig(chat, defineConfig({ build: { emptyOutDir: false, rolldownOptions: { input: "preview.html" } } }));
