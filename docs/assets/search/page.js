// The page of results: all that a query finds, as a list that can be shared, printed and reached whole.
"use strict";
/** Fills `place`; the query stands in the address. */
guideSearch.page = (place, t) => {
  const { language, engine, el, button, filled, counted } = guideSearch;
  const input = el("input", { class: "find__input", type: "search", id: "results-query", autocapitalize: "none" });
  const form = el(
    "form",
    { class: "results__form", role: "search" },
    el("label", { for: "results-query" }, t.title),
    input,
    el("button", { class: "find__action" }, t.submit),
  );
  const status = el("p", { role: "status" });
  const help = el("div", { class: "find__help" });
  const list = el("ol", { class: "results" });
  let shown = [];
  let turn = 0;

  const show = (message, besides, found = [], lang = language) => {
    const links = guideSearch.links(found, lang, t);
    shown = found.map(({ words }, at) => ({ words, link: links[at] }));
    list.replaceChildren(...links.map((node) => el("li", {}, node)));
    help.replaceChildren(...besides);
    status.textContent = message;
  };

  const counts = ({ length }) => counted(t["found-one"], t.found, length);

  const search = async () => {
    const mine = ++turn;
    const query = (new URLSearchParams(location.search).get("q") ?? "").trim();
    input.value = query;
    if (!query) return show("", []);
    const finder = await engine(language).catch(() => null);
    if (mine !== turn) return;
    if (!finder) return show(t.failed, [button(t.again, search)]);
    const found = finder.find(query);
    if (!guideSearch.isWeak(found)) return show(counts(found), [], found);
    const message = found.length ? filled(t.weak, { found: counts(found) }) : filled(t.none, { query });
    const advice = guideSearch.advice(query, finder, found, t, (there, lang) => {
      show(counts(there), [], there, lang);
      input.focus(); // the button that had it is gone
    });
    show(message, advice.now, found);
    const more = await advice.more(() => mine === turn);
    if (mine === turn) help.append(...more);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `?q=${encodeURIComponent(input.value.trim())}`);
    search();
  });
  list.addEventListener("click", ({ target }) => {
    const followed = shown.find(({ link }) => link.contains(target));
    if (followed) guideSearch.follow(input.value.trim(), followed.link, followed.words);
  });
  addEventListener("popstate", search);
  addEventListener("beforeprint", () => {
    for (const { link } of shown) guideSearch.complete(link);
  });
  place.replaceChildren(form, status, help, list);
  search();
};
