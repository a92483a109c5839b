// The reader's choice of colours, before anything is drawn; without one the system's goes.
{
  const root = document.documentElement;
  root.classList.add("scripted");
  try {
    const chosen = localStorage.getItem("colours");
    if (chosen === "light" || chosen === "dark") root.dataset.colours = chosen;
  } catch {
    // Storage may be closed to us; the system's colours go on.
  }
}
