// How the Dashboard and the Agent Desk are built, and how `npm run dev` reaches a running server.
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.BATON_URL ?? "http://127.0.0.1:7070";

export default defineConfig({
  base: "/",
  plugins: [react(), tailwindcss()],
  build: {
    outDir: process.env.BATON_UI_OUT || "dist",
    emptyOutDir: true,
    target: "es2023",
  },
  server: {
    proxy: {
      "/api": { target: server, ws: true },
      "/widget": { target: server },
    },
  },
});
