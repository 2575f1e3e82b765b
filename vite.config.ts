import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the office is that `npm run dev` has started. */
const office = process.env["PASSERELLE_ORIGIN"] ?? "http://localhost:3000";

/** Packages of the first screen that change together: a new version of ours leaves them in the visitor's cache. */
const kept = [
  { name: "react", test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
  {
    name: "material",
    test: /node_modules[\\/](@mui[\\/](material|system|utils|private-theming|styled-engine)|@emotion)[\\/]/,
  },
  { name: "admin", test: /node_modules[\\/](ra-|react-admin|react-hook-form|@tanstack)/ },
];

export default defineConfig({
  root: "admin",
  base: "/",
  plugins: [react()],
  build: {
    outDir: "../build/admin",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: kept } } },
  },
  server: {
    proxy: {
      "^/(api|plugins|healthz|readyz|metrics)(/|$)": { target: office, changeOrigin: false },
    },
  },
});
