// Shows the server's pages without leaving the one that is open: the server makes every page whole, and this takes
// its <main>. There is one way to draw a page, and it works without script too.

const DECAY = 6000; // milliseconds that an outcome stays on the screen; screen readers hear it at once

let tail = Promise.resolve();
let waiting = 0;

/** Whether something asked for has not been done yet, so that what is on the screen may be about to change. */
export const busy = () => waiting > 0;

/** Runs acts one after the other, so that a key pressed quickly never acts on what the key before it left. */
export function inTurn(act) {
  waiting += 1;
  document.documentElement.classList.add("waiting");
  tail = tail
    .then(act)
    .catch(() => alarm("The server did not answer. Nothing was lost; try again."))
    .finally(() => {
      waiting -= 1;
      document.documentElement.classList.toggle("waiting", busy());
    });
  return tail;
}

/** Says an outcome, aloud too. */
export function say(words) {
  const said = document.getElementById("said");
  if (!said) return;
  said.textContent = "";
  clearTimeout(say.timer);
  requestAnimationFrame(() => (said.textContent = words));
  say.timer = setTimeout(() => (said.textContent = ""), DECAY);
}

/** Says what went wrong; it stays until something else is done. */
export function alarm(words) {
  const alert = document.getElementById("alert");
  if (alert) alert.textContent = words;
}

/** Goes to a page of this server. */
export async function visit(href, { push = true, left = false } = {}) {
  const answer = await fetch(href, { headers: { Accept: "text/html" } });
  const page = await parsed(answer);
  if (!page) return void location.assign(href);
  show(page, { left });
  if (push) remember(answer.url);
}

/** Sends a form as its button would, and shows what the server answers. */
export async function send(form, button) {
  if (!form.isConnected) return; // the second click of a double click: what it was meant for has been answered
  const fields = new URLSearchParams(new FormData(form, button));
  const left = leave(form);
  if (document.getElementById("advance")?.checked === false) fields.delete("advance");
  const action = button?.getAttribute("formaction") || form.getAttribute("action");
  if (form.matches(".finder")) form.reset();
  if (form.method === "get") return visit(`${action}?${withoutEmpty(fields)}`, { left });
  const answer = await fetch(action, { method: "POST", body: fields, headers: { Accept: "text/html" } });
  const page = await parsed(answer);
  if (page && (answer.ok || page.getElementById("trouble"))) {
    show(page, { left, sent: true });
    // A search is answered in place; its own address, without the words, keeps "back" leading here and not beyond.
    if (answer.redirected || document.querySelector("main[data-view=search]")) remember(answer.url);
    return;
  }
  const words = await refusal(answer);
  if (answer.status === 409) await visit(location.href, { push: false });
  alarm(words);
}

/** Out of the field that sent the form, so that the next key is a key again. */
function leave(form) {
  const field = document.activeElement;
  if (!form.contains(field) || !field.matches("input, textarea, select")) return false;
  field.blur();
  return true;
}

/** A picture that did not come: the server says why. */
export async function pictureFailed(picture) {
  const answer = await fetch(picture.src);
  await parsed(answer);
  alarm(`The page could not be shown. ${answer.ok ? "Load it again." : await refusal(answer)}`);
}

const pages = new WeakMap();

async function parsed(answer) {
  if (!answer.headers.get("content-type")?.startsWith("text/html")) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  pages.set(answer, page);
  return page.querySelector("main[data-view]") ? page : null;
}

async function refusal(answer) {
  const page = pages.get(answer);
  const told = page?.querySelector(".trouble") ?? page?.querySelector("main");
  const sentences = [...(told?.querySelectorAll("p") ?? [])].filter((one) => !one.querySelector("a"));
  const words = sentences.map((one) => one.textContent.replace(/\s+/g, " ").trim()).join(" ");
  return words || "The server refused it.";
}

function show(page, { left = false, sent = false } = {}) {
  const before = { id: document.activeElement?.id, kind: kindOf(document.activeElement), left };
  const typed = sent ? [] : [...document.querySelectorAll("main input[id^=reason-]")].map((one) => [one.id, one.value]);
  const old = document.getElementById("main");
  const fresh = document.adoptNode(page.getElementById("main"));
  keepFolds(old, fresh);
  keepPicture(old, fresh);
  const scrolled = ["scroll", "side"].map((id) => [id, document.getElementById(id)?.scrollTop]);
  const samePage = pictureOf(old) === pictureOf(fresh);
  old.replaceWith(fresh);
  for (const [id, top] of scrolled) {
    const box = document.getElementById(id);
    if (box && top && (id !== "scroll" || samePage)) box.scrollTop = top;
  }
  for (const [id, value] of typed) if (value && document.getElementById(id)) document.getElementById(id).value = value;
  for (const part of ["#progress", ".banner nav"]) {
    const now = document.querySelector(part);
    const next = page.querySelector(part);
    if (now && next) now.replaceWith(document.adoptNode(next));
  }
  document.title = page.title;
  alarm("");
  document.dispatchEvent(new CustomEvent("shown"));
  refocus(before);
  say(page.getElementById("said")?.textContent ?? "");
}

function kindOf(element) {
  return element?.id?.match(/^(span|row)-/)?.[1] ?? null;
}

/** Focus stays where it was; a finding keeps it on whichever finding is selected now. */
function refocus(before) {
  const trouble = document.querySelector("main #trouble");
  const current = before.kind && document.querySelector(`[id^="${before.kind}-"][aria-current]`);
  const same = before.id && document.getElementById(before.id);
  const lost = before.id || before.left ? document.querySelector("#value, main h1") : null;
  const next = trouble || current || same || lost;
  if (next && next !== document.body) {
    if (next.matches("h1")) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }
}

function keepFolds(old, fresh) {
  for (const fold of old.querySelectorAll("details[id]")) {
    const same = fresh.querySelector(`details#${CSS.escape(fold.id)}`);
    if (same && fold.open && !["change-fold", "draw-fold"].includes(fold.id)) same.open = true;
  }
}

const pictureOf = (main) => main.querySelector("#picture")?.dataset.source ?? null;

/** The pictures at hand, by address. Pages may not stay in the browser's cache, so the few that matter are held here. */
const pictures = new Map();
const PICTURES_HELD = 5;

export function hold(source) {
  if (pictures.has(source)) return pictures.get(source);
  const picture = new Image();
  picture.src = source;
  pictures.set(source, picture);
  while (pictures.size > PICTURES_HELD) pictures.delete(pictures.keys().next().value);
  return picture;
}

function keepPicture(old, fresh) {
  const now = old.querySelector("#picture");
  const next = fresh.querySelector("#picture");
  if (!next) return;
  if (now && now.dataset.source.endsWith("/picture")) pictures.set(now.getAttribute("src"), now);
  const preview = !next.dataset.source.endsWith("/picture");
  const known = preview ? null : [...pictures].find(([source]) => source.startsWith(`${next.dataset.source}?`))?.[1];
  if (!known) return;
  for (const { name, value } of [...next.attributes]) if (name !== "src") known.setAttribute(name, value);
  next.replaceWith(known);
}

function remember(href) {
  const url = new URL(href);
  url.searchParams.delete("said");
  url.searchParams.delete("n");
  history[url.href === location.href ? "replaceState" : "pushState"](null, "", url);
}

function withoutEmpty(fields) {
  return new URLSearchParams([...fields].filter(([, value]) => value !== ""));
}
