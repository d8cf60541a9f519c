// Before the first paint: the theme that was chosen here last. Without a choice the system's preference holds.
{
  let theme = null;
  try {
    theme = localStorage.getItem("theme");
  } catch {
    // Storage may be forbidden; then nothing is remembered.
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}
