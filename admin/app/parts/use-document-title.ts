import { useContext, useEffect } from "react";
import { OfficeContext } from "../office/office-context.ts";

/** Names the browser's tab after the page and the office. */
export function useDocumentTitle(title: string): void {
  const office = useContext(OfficeContext);
  const name = office?.name ?? "Passerelle";
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name;
  }, [title, name]);
}
