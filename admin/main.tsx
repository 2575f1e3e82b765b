import "@fontsource-variable/inter/wght.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { App } from "./app/app.tsx";
import { currentLanguage } from "./app/i18n/language.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root.");
document.documentElement.lang = currentLanguage();
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={createBrowserRouter([{ path: "*", element: <App /> }])} />
  </StrictMode>,
);
