// Builds widget.js: the one script that a website embeds. It runs after the others and leaves their output alone.
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    outDir: process.env.BATON_WIDGET_OUT ?? "dist",
    emptyOutDir: false,
    target: "es2022",
    // Browsers that lack light-dark() get the styles as written, without a stand-in for color-scheme.
    cssTarget: "chrome123",
    lib: { entry: "loader/loader.ts", formats: ["iife"], name: "batonLoader", fileName: () => "widget.js" },
  },
});
