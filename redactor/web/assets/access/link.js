// Posts the token of the one-time link, which stands behind the #, and takes it out of the address and the history.
const form = document.querySelector("form");
const token = window.location.hash.slice(1);
if (form && token) {
  window.history.replaceState(null, "", window.location.pathname);
  form.elements.namedItem("token").value = token;
  form.requestSubmit();
}
