/**
 * What makes the page answer: search and filters, copying, the keyboard. Without it the page can be read as it is. It is written for browsers as
 * they are, reads the page and nothing else, and makes no element from a text.
 */
export const script = `"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const search = document.getElementById("page-search");
  const label = document.getElementById("page-label");
  const count = document.getElementById("page-count");
  const none = document.getElementById("page-none");
  const said = document.getElementById("page-said");
  const links = new Map(all(".index a").map((link) => [link.hash.slice(1), link]));
  const metrics = all(".metric").map((article) => {
    const link = links.get(encodeURIComponent(article.id)) || links.get(article.id);
    return { article, item: link && link.parentElement, link, text: undefined };
  });
  const textOf = (metric) => {
    metric.text ??= metric.article.textContent.toLowerCase();
    return metric.text;
  };
  const chosen = (name) => new Set(all('input[name="' + name + '"]:checked').map((box) => box.value));
  const total = metrics.length;

  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const types = chosen("type");
    const stabilities = chosen("stability");
    let shown = 0;
    for (const metric of metrics) {
      const { dataset } = metric.article;
      const fits =
        (types.size === 0 || types.has(dataset.type)) &&
        (stabilities.size === 0 || dataset.stability.split(" ").some((one) => stabilities.has(one))) &&
        (label.value === "" || dataset.labels.split("\\n").includes(label.value)) &&
        words.every((word) => textOf(metric).includes(word));
      if (fits) shown++;
      metric.article.hidden = !fits;
      if (metric.item) metric.item.hidden = !fits;
    }
    count.textContent = shown === total ? total + (total === 1 ? " metric" : " metrics") : shown + " of " + total + " metrics";
    none.hidden = shown > 0 || total === 0;
  };

  let waiting = 0;
  search.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(filter);
  });
  for (const control of all("input[type=checkbox], select")) control.addEventListener("change", filter);

  const clear = () => {
    search.value = "";
    label.value = "";
    for (const box of all("input[type=checkbox]")) box.checked = false;
    filter();
  };
  for (const button of all("[data-clear]")) button.addEventListener("click", () => { clear(); search.focus(); });

  // A link to a metric that is filtered away shows it.
  const reveal = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch {}
    const target = name && document.getElementById(name);
    if (target && target.closest(".metric[hidden]")) { clear(); target.scrollIntoView(); }
    for (const { article, link } of metrics) {
      if (link) target && article.contains(target) ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    }
  };
  addEventListener("hashchange", reveal);

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape" && event.target === search) {
      search.value = "";
      filter();
    } else if (event.key === "Enter" && event.target === search) {
      const first = metrics.find(({ article }) => !article.hidden);
      if (first) { location.hash = encodeURIComponent(first.article.id); first.article.querySelector("h2 a").focus(); }
    }
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest && event.target.closest("[data-copy]");
    if (!button) return;
    const code = button.parentElement.querySelector("code");
    let done = true;
    try { await navigator.clipboard.writeText(code.textContent); } catch {
      getSelection().selectAllChildren(code);
      done = false;
    }
    button.textContent = done ? "Copied" : "Selected";
    said.textContent = done ? "Copied the query" : "Selected the query";
    setTimeout(() => { button.textContent = "Copy"; said.textContent = ""; }, 1500);
  });

  // On a phone the filters would stand before everything else.
  if (matchMedia("(max-width: 54rem)").matches) document.querySelector(".filters").open = false;
  document.documentElement.dataset.ready = "";
  filter();
  reveal();
})();
`;
