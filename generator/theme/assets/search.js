// Search over Pagefind's index, fetched only when a reader begins to search. Results lead to the passage that was found.

const PAGES = 3;
const PLACES = 3;
const LABELS = { actor: "Actor", story: "Story", section: "Section", year: "Year" };
const PLACE = /^(strong|li|h[2-4])$/;

let box;

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// Text of an excerpt with its marks, and no other markup, whatever stands in it.
const marked = (html) => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const found = document.createDocumentFragment();
  for (const node of body.childNodes) {
    found.append(node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent);
  }
  return found;
};

// The nearest id at or before the word that weighs most: a fact, a passage or a heading.
const landing = (data, part) => {
  const best = (part.weighted_locations ?? []).reduce((one, other) => (other.weight > one.weight ? other : one), {
    weight: -1,
    location: part.anchor?.location ?? 0,
  });
  const anchors = (data.anchors ?? []).filter(
    ({ element: name, location }) => PLACE.test(name.toLowerCase()) && location <= best.location,
  );
  const nearest = anchors.at(-1);
  const [page] = part.url.split("#");
  return nearest ? `${page}#${encodeURIComponent(nearest.id)}` : part.url;
};

const shown = (data) => {
  const item = element("li", {}, element("a", { href: data.url, class: "title" }, data.meta.title ?? data.url));
  const inside = (data.sub_results ?? []).filter((part) => part.title !== data.meta.title);
  const parts = inside.length ? inside : [data];
  const places = element("ul", {});
  for (const part of parts.slice(0, PLACES)) {
    const heading = inside.length ? element("b", {}, part.title) : "";
    places.append(
      element("li", {}, element("a", { href: landing(data, part) }, heading, element("span", {}, marked(part.excerpt)))),
    );
  }
  item.append(places);
  return item;
};

class Search {
  constructor(base) {
    this.base = base;
    this.asked = 0;
    this.input = element("input", {
      type: "search",
      "aria-label": "Search all briefs",
      placeholder: "Search all briefs",
      autocomplete: "off",
      spellcheck: "false",
    });
    this.status = element("p", { role: "status" });
    this.results = element("ol", { "data-results": "" });
    this.filters = element("details", { "data-filters": "" }, element("summary", {}, "Narrow the search"));
    this.more = element("button", { type: "button", class: "more", hidden: "" }, "Show more");
    this.root = element("search", { class: "finder" }, this.input, this.filters, this.status, this.results, this.more);
    this.input.addEventListener("input", () => this.wait());
    this.filters.addEventListener("toggle", () => this.offer(), { once: true });
    this.more.addEventListener("click", () => this.show(this.results.children.length + 3 * PAGES));
    this.root.addEventListener("keydown", (event) => this.move(event));
  }

  async engine() {
    this.loaded ??= import(new URL(`${this.base}pagefind/pagefind.js`, location.href).href).then(async (pagefind) => {
      // A worker would be a second copy of the engine to fetch; a query takes a few milliseconds.
      await pagefind.options({ baseUrl: new URL(this.base, location.href).pathname, excerptLength: 24, noWorker: true });
      return pagefind;
    });
    return this.loaded;
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), 120);
  }

  chosen() {
    const filters = {};
    for (const select of this.filters.querySelectorAll("select")) if (select.value) filters[select.name] = select.value;
    return filters;
  }

  async ask() {
    const words = this.input.value.trim();
    const filters = this.chosen();
    const asked = ++this.asked;
    if (!words && !Object.keys(filters).length) {
      this.found = [];
      this.results.replaceChildren();
      this.more.hidden = true;
      this.status.textContent = "";
      return;
    }
    try {
      const pagefind = await this.engine();
      const { results } = await pagefind.search(words || null, { filters });
      if (asked !== this.asked) return;
      this.found = results;
      this.status.textContent = results.length
        ? `${results.length} page${results.length === 1 ? "" : "s"} found`
        : "Nothing found. Fewer or other words may help.";
      this.results.replaceChildren();
      await this.show(PAGES);
    } catch {
      this.status.textContent = "The search index cannot be read here; a preview has none.";
    }
  }

  async show(count) {
    const asked = this.asked;
    const from = this.results.children.length;
    const pages = await Promise.all(this.found.slice(from, count).map((one) => one.data()));
    if (asked !== this.asked || from !== this.results.children.length) return;
    this.results.append(...pages.map(shown));
    this.more.hidden = this.found.length <= count;
  }

  async offer() {
    const pagefind = await this.engine();
    const all = await pagefind.filters();
    for (const [name, label] of Object.entries(LABELS)) {
      const values = Object.entries(all[name] ?? {});
      if (!values.length) continue;
      values.sort((one, other) =>
        name === "year" ? other[0].localeCompare(one[0]) : other[1] - one[1] || one[0].localeCompare(other[0]),
      );
      const select = element("select", { name }, element("option", { value: "" }, "All"));
      for (const [value, count] of values) select.append(element("option", { value }, `${value} (${count})`));
      select.addEventListener("change", () => this.ask());
      this.filters.append(element("label", {}, label, select));
    }
  }

  move(event) {
    if (event.key === "Enter" && event.target === this.input) {
      event.preventDefault();
      this.results.querySelector("a")?.click();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.target !== this.input && !event.target.closest("[data-results]")) return;
    event.preventDefault();
    const links = [...this.results.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    (links[place] ?? (place < 0 ? this.input : links.at(-1)))?.focus();
  }
}

/** Opens the search over the page, with what has been typed already. */
export const open = (base, typed = "") => {
  if (!box) {
    const search = new Search(base);
    const close = element("button", { type: "button", class: "tool", "aria-label": "Close the search" }, "✕");
    box = element("dialog", { class: "searching", "aria-label": "Search" }, close, search.root);
    close.addEventListener("click", () => box.close());
    box.addEventListener("click", (event) => {
      if (event.target === box || event.target.closest("a")) box.close();
    });
    document.body.append(box);
    search.engine().catch(() => {});
  }
  if (!box.open) box.showModal();
  const input = box.querySelector("input");
  input.focus();
  input.select();
  if (typed) {
    input.value = typed;
    input.dispatchEvent(new Event("input"));
  }
};

/** Puts the search into a page, with the words of its address. */
export const place = (base, before) => {
  const search = new Search(base);
  before.before(search.root);
  search.input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (search.input.value) search.ask();
  search.input.focus({ preventScroll: true });
};
