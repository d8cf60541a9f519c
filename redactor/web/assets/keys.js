// Keys. A key does what the element with that data-key does, so that whatever a key can do a button can, and the key
// map in the help is the whole of it. No key acts while somebody types.

import * as draw from "./draw.js";
import { busy, inTurn, send, visit } from "./swap.js";

const SETTING = "single-keys";

/** Keys that act again while they are held down. No decision is among them. */
const REPEATED = ["j", "k", "+", "-"];

export function keysOn(set) {
  try {
    if (set !== undefined) localStorage.setItem(SETTING, set ? "on" : "off");
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true;
  }
}

export function pressed(event) {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (typing(target)) {
    if (event.key === "Escape") leave(target);
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  if (draw.drawing() && !event.ctrlKey && !event.metaKey && !control(event, target) && draw.key(event)) {
    return event.preventDefault();
  }
  // AltGr is how some keyboards write brackets; browsers report it as Ctrl and Alt.
  if ((event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph")) return;
  if (event.key === "Escape") return void document.activeElement?.blur();
  if (!keysOn()) return;
  if (event.key === " " && target.matches("#overlay a")) {
    event.preventDefault();
    return follow(target);
  }
  if (ahead) {
    typedAhead(event);
    return event.preventDefault();
  }
  const name = named(event);
  if (event.repeat && !REPEATED.includes(name)) return event.preventDefault();
  if (act(name)) event.preventDefault();
}

const typing = (target) =>
  target.matches("textarea, select, [contenteditable]") ||
  (target.matches("input") && !["checkbox", "radio", "button", "submit"].includes(target.type));

/** Enter on a button or a link is theirs, while drawing too. */
const control = (event, target) => event.key === "Enter" && target.closest("button, a, summary, input") !== null;

function leave(field) {
  field.blur();
  (document.getElementById("scroll") ?? document.body).focus({ preventScroll: true });
}

/** The key as the key map has it: letters by whether Shift is held, whatever Caps Lock does. */
function named(event) {
  if (/^\p{L}$/u.test(event.key)) return event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase();
  return event.key === "=" ? "+" : event.key;
}

function act(name) {
  const queue = document.querySelector("main[data-view=queue]");
  if (name === "j" || name === "k") {
    inTurn(() => (queue ? stepGroup(name === "j" ? 1 : -1) : step(name === "j" ? 1 : -1)));
    return true;
  }
  if (queue && "arp".includes(name) && group()) {
    inTurn(() => onGroup(name));
    return true;
  }
  const field = document.querySelector(`[data-key-focus="${CSS.escape(name)}"]`);
  if (field) {
    ahead = { text: "", sent: false };
    inTurn(() => focusField(name)).finally(() => (ahead = null));
    return true;
  }
  if (!busy() && !document.querySelector(`[data-key="${CSS.escape(name)}"]`)) return false;
  inTurn(() => {
    // Looked up again: what a key before this one did may have replaced it.
    const element = document.querySelector(`[data-key="${CSS.escape(name)}"]`);
    return element && !element.hidden ? does(element) : undefined;
  });
  return true;
}

/** What is typed between a key that leads to a field and the field: it belongs in the field, and decides nothing. */
let ahead = null;

function typedAhead(event) {
  if (event.key.length === 1 && !ahead.sent) ahead.text += event.key;
  else if (event.key === "Backspace") ahead.text = ahead.text.slice(0, -1);
  else if (event.key === "Enter") ahead.sent = true;
}

function focusField(name) {
  const field = document.querySelector(`[data-key-focus="${CSS.escape(name)}"]`);
  const { text, sent } = ahead;
  ahead = null;
  field?.focus();
  field?.select?.();
  if (field && text) field.value = text;
  if (field && sent && !field.matches("textarea")) field.form.requestSubmit();
}

function does(element) {
  if (element.matches("summary")) {
    const fold = element.parentElement;
    fold.open = true;
    return fold.querySelector("select, input:not([type=hidden])")?.focus();
  }
  if (element.matches("[data-swap]")) return visit(element.getAttribute("href"));
  if (element.form && element.type === "submit") {
    if (element.form.checkValidity()) return send(element.form, element);
    return element.form.reportValidity();
  }
  return element.click();
}

export function follow(link) {
  return inTurn(() => visit(link.getAttribute("href")));
}

/** The next or previous finding of the list; over the end of the page, the neighbouring page. */
function step(way) {
  const rows = [...document.querySelectorAll("#rows a[data-finding]")];
  const at = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const next = rows[at + way];
  if (next && (at >= 0 || way > 0)) return visit(next.getAttribute("href"));
  const page = document.getElementById(way > 0 ? "page-after" : "page-before");
  return page ? visit(page.getAttribute("href")) : undefined;
}

const groups = () => [...document.querySelectorAll("[data-group]")];
const group = () => document.activeElement?.closest("[data-group]") ?? document.querySelector("[data-group].current");

function stepGroup(way) {
  const all = groups();
  const at = all.indexOf(group());
  const next = all[Math.min(Math.max(at + way, 0), all.length - 1)];
  for (const one of all) one.classList.toggle("current", one === next);
  next?.focus();
}

function onGroup(name) {
  const form = group();
  const element = form.querySelector(`[data-group-key="${name}"]`);
  if (!element) return undefined;
  return element.matches("input") ? element.focus() : send(form, element);
}
