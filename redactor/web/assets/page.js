// The page's scripts begin here: they take over links and forms that the server's HTML has anyway.

import * as draw from "./draw.js";
import { follow, keysOn, pressed } from "./keys.js";
import { inTurn, pictureFailed, say, send, visit } from "./swap.js";
import * as zoom from "./zoom.js";

const dark = () =>
  document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;

function remembered(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(name);
    localStorage.setItem(name, value);
  } catch {
    // Storage may be forbidden; then nothing is remembered.
  }
  return null;
}

function theme(toggled) {
  const button = document.getElementById("theme");
  if (!button) return;
  if (toggled) {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    remembered("theme", document.documentElement.dataset.theme);
  }
  button.hidden = false;
  button.textContent = dark() ? "Light" : "Dark";
  button.title = `${button.textContent} (T)`;
}

async function help() {
  const dialog = document.getElementById("help");
  if (!dialog.childElementCount) {
    const answer = await fetch("/keys");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const map = page.getElementById("key-map");
    if (!map) return void location.assign("/keys");
    map.querySelector("[data-setting]").hidden = false;
    map.querySelector("#keys-on").checked = keysOn();
    const close = document.createElement("button");
    close.type = "button";
    close.className = "small";
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    dialog.append(close, document.adoptNode(map));
  }
  dialog.showModal();
}

function shown() {
  draw.stop();
  zoom.apply();
  zoom.reveal();
  zoom.prefetch();
  const settings = document.getElementById("settings");
  if (settings) {
    settings.hidden = false;
    document.getElementById("advance").checked = remembered("advance") !== "off";
  }
  const start = document.getElementById("draw-start");
  if (start) start.hidden = false;
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const element = event.target.closest("a[data-swap], button, #keys");
  if (!element) return;
  // The second click of a double click may fall on the next finding's button, which nobody has read yet.
  if (event.detail > 1 && element.type === "submit") return void event.preventDefault();
  const buttons = { "zoom-in": zoom.larger, "zoom-out": zoom.smaller, "zoom-fit": zoom.fit, "draw-start": draw.start };
  if (element.matches("a[data-swap]")) {
    event.preventDefault();
    follow(element);
  } else if (element.id in buttons) buttons[element.id]();
  else if (element.id === "theme") theme(true);
  else if (element.id === "keys") {
    event.preventDefault();
    help();
  }
});

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (form.action.endsWith("/sign-out")) return;
  const needed = submitter?.dataset.needs && document.getElementById(submitter.dataset.needs);
  event.preventDefault();
  if (needed && !needed.value.trim()) {
    needed.focus();
    return void say("To produce something that was found needs a reason.");
  }
  inTurn(() => send(form, submitter));
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-auto] select")) event.target.form.requestSubmit();
  if (event.target.id === "advance") remembered("advance", event.target.checked ? "on" : "off");
  if (event.target.id === "keys-on") keysOn(event.target.checked);
});

document.addEventListener("input", (event) => {
  if (event.target.matches("[id^=draw-x], [id^=draw-y]")) draw.typed();
});

// Errors of pictures do not bubble.
document.addEventListener("error", (event) => event.target.id === "picture" && pictureFailed(event.target), true);
document.addEventListener("keydown", pressed);
document.addEventListener("pointerdown", draw.press);
document.addEventListener("pointermove", draw.drag);
document.addEventListener("pointerup", draw.release);
document.addEventListener("shown", shown);
addEventListener("popstate", () => inTurn(() => visit(location.href, { push: false })));
addEventListener("resize", zoom.apply);

theme(false);
shown();
const said = document.getElementById("said")?.textContent;
if (said) say(said);
if (/[?&]said=/.test(location.search)) {
  const url = new URL(location);
  url.searchParams.delete("said");
  url.searchParams.delete("n");
  history.replaceState(null, "", url);
}
