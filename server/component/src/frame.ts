// For pages that show /embed in a frame: gives the frame the height of its content. Believes only frames of the service
// that this script came from.

const service = new URL(import.meta.url).origin;
const highest = 100000;

window.addEventListener("message", (event: MessageEvent<unknown>) => {
  if (event.origin !== service) return;
  const data = event.data as { type?: unknown; height?: unknown } | null;
  if (data === null || typeof data !== "object" || data.type !== "minutebook-height") return;
  const height = Number(data.height);
  if (!(height > 0 && height <= highest)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === event.source) frame.height = String(Math.ceil(height));
  }
});

export {};
