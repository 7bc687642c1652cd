// Builds what is served under /widget/: the page inside the iframe.
import { join } from "node:path";
import { defineConfig } from "vite";

const out = process.env.BATON_WIDGET_OUT ?? "dist";

export default defineConfig({
  base: "/widget/",
  build: {
    outDir: join(out, "widget"),
    emptyOutDir: true,
    target: "es2022",
    // Those that know light-dark() themselves.
    cssTarget: ["chrome123", "safari17.5", "firefox120"],
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});
