// Drawing a box over what nothing found: by dragging, or with the arrow keys alone. The form's four fields hold the
// place; whatever moves the box fills them, and they may be typed.

import { say } from "./swap.js";

const STEP = 6; // points an arrow key moves; with Alt, one
const FIRST = { width: 150, height: 18 }; // points: about a name in ordinary type
const NAMES = ["x0", "y0", "x1", "y1"];

let box = null;
let from = null;

export const drawing = () => box !== null;

export function start() {
  const sheet = document.getElementById("sheet");
  const fold = document.getElementById("draw-fold");
  if (!fold || !document.getElementById("overlay")) return;
  fold.open = true;
  sheet.classList.add("drawing");
  const [x, y] = middleOfSight();
  place({ x0: x - FIRST.width / 2, y0: y - FIRST.height / 2, x1: x + FIRST.width / 2, y1: y + FIRST.height / 2 });
  document.getElementById("scroll").focus({ preventScroll: true });
  say("Drawing. Drag over the page, or move the box with the arrow keys; Shift and arrows size it. Enter keeps it, Escape leaves.");
}

export function stop() {
  box = from = null;
  document.getElementById("sheet")?.classList.remove("drawing");
  document.getElementById("drawn")?.setAttribute("hidden", "");
}

/** A key while drawing; true where it was for the box. */
export function key(event) {
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  if (event.key in moves) {
    const [dx, dy] = moves[event.key].map((way) => way * (event.altKey ? 1 : STEP));
    if (event.shiftKey) place({ ...box, x1: Math.max(box.x0 + 1, box.x1 + dx), y1: Math.max(box.y0 + 1, box.y1 + dy) });
    else place({ x0: box.x0 + dx, y0: box.y0 + dy, x1: box.x1 + dx, y1: box.y1 + dy });
    tell();
    return true;
  }
  if (event.key === "Enter") {
    document.getElementById("draw").requestSubmit(document.getElementById("do-draw"));
    return true;
  }
  if (event.key === "Escape") {
    stop();
    say("Left without a box.");
    return true;
  }
  return false;
}

export function typed() {
  const values = NAMES.map((name) => Number.parseFloat(field(name).value));
  if (values.every(Number.isFinite)) place(Object.fromEntries(NAMES.map((name, at) => [name, values[at]])), false);
}

export function press(event) {
  if (!drawing() || event.button !== 0 || !event.target.closest("#overlay")) return;
  event.preventDefault();
  const [x, y] = points(event);
  from = { x, y };
  document.getElementById("overlay").setPointerCapture(event.pointerId);
}

export function drag(event) {
  if (!from) return;
  const [x, y] = points(event);
  place({ x0: Math.min(x, from.x), y0: Math.min(y, from.y), x1: Math.max(x, from.x), y1: Math.max(y, from.y) });
}

export function release() {
  if (!from) return;
  from = null;
  tell();
}

function place(to, fill = true) {
  const { width, height } = document.getElementById("sheet").dataset;
  const within = (value, most) => Math.min(Math.max(value, 0), Number(most));
  box = { x0: within(to.x0, width), y0: within(to.y0, height), x1: within(to.x1, width), y1: within(to.y1, height) };
  const drawn = document.getElementById("drawn");
  drawn.removeAttribute("hidden");
  drawn.setAttribute("x", Math.min(box.x0, box.x1));
  drawn.setAttribute("y", Math.min(box.y0, box.y1));
  drawn.setAttribute("width", Math.abs(box.x1 - box.x0));
  drawn.setAttribute("height", Math.abs(box.y1 - box.y0));
  if (fill) for (const name of NAMES) field(name).value = box[name].toFixed(1);
}

function tell() {
  const round = Math.round;
  say(
    `Box: ${round(box.x0)} from the left, ${round(box.y0)} from the top, ${round(box.x1 - box.x0)} wide, ` +
      `${round(box.y1 - box.y0)} high, in points. Enter keeps it.`,
  );
}

const field = (name) => document.getElementById(`draw-${name}`);

function points(event) {
  const overlay = document.getElementById("overlay");
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(overlay.getScreenCTM().inverse());
  return [x, y];
}

function middleOfSight() {
  const sight = document.getElementById("scroll").getBoundingClientRect();
  const [x, y] = points({ clientX: (sight.left + sight.right) / 2, clientY: (sight.top + sight.bottom) / 2 });
  const { width, height } = document.getElementById("sheet").dataset;
  return [Math.min(x, width - FIRST.width / 2), Math.min(y, height - FIRST.height)];
}
