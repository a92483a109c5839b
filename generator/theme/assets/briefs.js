// What a page does beyond standing there: colours, passages in place, contents, search on demand. All of it works as
// plain links without this file.
"use strict";

(() => {
  const root = document.documentElement;
  const base = document.body.dataset.base;

  // Colours

  const colours = document.querySelector("button[data-colours]");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.colours ? root.dataset.colours === "dark" : system.matches);
  const named = () => {
    const name = `Switch to ${dark() ? "light" : "dark"} colours`;
    colours.querySelector(".unseen").textContent = name;
    colours.title = name;
  };
  if (colours) {
    colours.hidden = false;
    named();
    system.addEventListener("change", named);
    colours.addEventListener("click", () => {
      root.dataset.colours = dark() ? "light" : "dark";
      try {
        localStorage.setItem("colours", root.dataset.colours);
      } catch {
        // The choice then holds for this page.
      }
      named();
    });
  }

  // Contents: open beside the text, and the place of the reader marked

  const contents = document.querySelectorAll(".contents details, .aside details");
  const wide = matchMedia("(min-width: 64em)");
  const unfold = () => contents.forEach((one) => (one.open = wide.matches));
  unfold();
  wide.addEventListener("change", unfold);

  const entries = new Map();
  for (const link of document.querySelectorAll(".contents a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const part = heading && heading.closest(".part");
    if (part) entries.set(part, link);
  }
  if (entries.size && "IntersectionObserver" in window) {
    const seen = new Set();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target);
        let first = true;
        for (const [part, link] of entries) {
          const here = first && seen.has(part);
          if (here) first = false;
          link.toggleAttribute("data-here", here);
        }
      },
      { rootMargin: "-15% 0px -55%" },
    );
    entries.forEach((_link, part) => observer.observe(part));
  }

  // Folded parts open where a link leads into them, and on paper

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("main details:not([open])");
    if (folded) {
      folded.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    opened.forEach((one) => (one.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((one) => (one.open = false)));

  // Passages in place

  let popover;
  let citing;

  const place = () => {
    const link = citing.getBoundingClientRect();
    const width = popover.offsetWidth;
    const left = Math.min(Math.max(16, link.left - width / 2), root.clientWidth - width - 16);
    const below = link.bottom + 10;
    const fits = below + popover.offsetHeight < innerHeight;
    popover.style.left = `${left + scrollX}px`;
    popover.style.top = `${(fits ? below : Math.max(8, link.top - popover.offsetHeight - 10)) + scrollY}px`;
  };

  const made = () => {
    popover = document.createElement("div");
    popover.className = "passage";
    popover.popover = "auto";
    popover.tabIndex = -1;
    popover.dataset.passage = "";
    popover.setAttribute("role", "dialog");
    popover.addEventListener("toggle", ({ newState }) => {
      citing.setAttribute("aria-expanded", String(newState === "open"));
      if (newState === "closed" && popover.contains(document.activeElement)) citing.focus();
    });
    document.body.append(popover);
  };

  const show = (link) => {
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!note) return false;
    if (!popover) made();
    const number = link.textContent;
    popover.setAttribute("aria-label", `Passage ${number}`);
    popover.replaceChildren(...[...note.children].map((child) => child.cloneNode(true)));
    popover.querySelectorAll(".footnote-backref").forEach((back) => back.remove());
    const more = document.createElement("p");
    more.className = "more";
    const whole = document.createElement("a");
    whole.href = link.hash;
    whole.textContent = `Passage ${number} in the list`;
    whole.addEventListener("click", () => popover.hidePopover());
    more.append(whole);
    const { report } = document.body.dataset;
    if (report) {
      const fact = link.closest("li, tr, .group, .part")?.querySelector("[id]:not(sup)")?.id ?? "";
      const wrong = document.createElement("a");
      wrong.href = report.replace("{fact}", encodeURIComponent(fact));
      wrong.textContent = "Report an error here";
      more.append(wrong);
    }
    popover.append(more);
    citing = link;
    popover.showPopover();
    place();
    popover.focus({ preventScroll: true });
    return true;
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a.footnote-ref");
    if (link && "popover" in HTMLElement.prototype && show(link)) event.preventDefault();
  });

  // Search is fetched when a reader begins to search; its own page has it in place

  const fetched = () => import(new URL(`${base}assets/search.js`, location.href).href);
  let typed = null; // what a quick reader types while the search is on its way
  const search = async (event) => {
    if (location.protocol === "file:") return;
    event.preventDefault();
    const inPlace = document.querySelector("main .finder input");
    if (inPlace) {
      inPlace.focus();
      return;
    }
    typed = "";
    try {
      const { open } = await fetched();
      open(base, typed);
    } finally {
      typed = null;
    }
  };
  document.querySelector("[data-search]")?.addEventListener("click", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) search(event);
  });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (typed !== null && event.key.length === 1) {
      typed += event.key;
      event.preventDefault();
    } else if (event.key === "/" && !typing) search(event);
  });
  if (document.body.classList.contains("search") && location.protocol !== "file:") {
    fetched().then(({ place }) => place(base, document.querySelector("main h1 + *")));
  }
})();
