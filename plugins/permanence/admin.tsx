import { PermanencePage } from "./pages/permanence-page.tsx";
import { TodayWidget } from "./pages/today-widget.tsx";

export const pages = { permanence: PermanencePage };
export const widgets = { today: TodayWidget };
