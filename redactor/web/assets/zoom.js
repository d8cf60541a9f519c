// The sheet: how large it is, which picture serves it best, the neighbours ready before they are asked for, and the
// selected finding in sight.

import { hold } from "./swap.js";

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const CSS_PIXELS_PER_POINT = 96 / 72;
const RESOLUTIONS = [96, 144, 216];

let zoom = null; // null fits the page to the window

export function larger() {
  change(STEPS.find((step) => step > shownAt() + 0.01) ?? STEPS.at(-1));
}

export function smaller() {
  change(STEPS.findLast((step) => step < shownAt() - 0.01) ?? STEPS[0]);
}

export function fit() {
  change(null);
}

function change(to) {
  zoom = to;
  apply();
  reveal();
}

function shownAt() {
  const sheet = document.getElementById("sheet");
  return sheet ? sheet.clientWidth / (sheet.dataset.width * CSS_PIXELS_PER_POINT) : 1;
}

/** Sets size and picture after a page was shown. */
export function apply() {
  const sheet = document.getElementById("sheet");
  if (!sheet) return;
  document.getElementById("zoom").hidden = false;
  sheet.style.width = zoom === null ? "" : `${sheet.dataset.width * CSS_PIXELS_PER_POINT * zoom}px`;
  document.getElementById("zoom-now").textContent = zoom === null ? "Fit" : `${Math.round(zoom * 100)} %`;
  const picture = document.getElementById("picture");
  const wanted = (sheet.clientWidth * devicePixelRatio) / (sheet.dataset.width / 72);
  const dpi = RESOLUTIONS.find((one) => one >= wanted * 0.9) ?? RESOLUTIONS.at(-1);
  const now = Number(new URL(picture.src, location).searchParams.get("dpi"));
  if (dpi > now) picture.src = `${picture.dataset.source}?dpi=${dpi}`;
}

/** Brings the selected finding into sight. */
export function reveal() {
  const box = document.getElementById("scroll");
  const span = document.querySelector("#overlay .selected");
  if (box && span) {
    const [inner, outer] = [span.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.top < outer.top + 24 || inner.bottom > outer.bottom - 24) {
      box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
    }
    if (inner.left < outer.left || inner.right > outer.right) {
      box.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
    }
  }
  document.querySelector("#rows [aria-current]")?.scrollIntoView({ block: "nearest" });
}

/** Fetches the pictures of the pages before and after, once this one is there. */
export function prefetch() {
  const picture = document.getElementById("picture");
  if (!picture || !picture.dataset.source.endsWith("/picture")) return;
  const dpi = new URL(picture.src, location).searchParams.get("dpi");
  const neighbours = () => {
    for (const link of document.querySelectorAll("#page-after, #page-before")) {
      hold(`${new URL(link.href).pathname}/picture?dpi=${dpi}`);
    }
  };
  if (picture.complete) neighbours();
  else picture.addEventListener("load", neighbours, { once: true });
}
