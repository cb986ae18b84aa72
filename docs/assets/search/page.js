// The page of results: all that a query finds, as a list that can be shared, printed and reached whole.
"use strict";
/** Fills `place`; the query stands in the address. */
guideSearch.page = (place, t) => {
  const SLICE = 50; // results that are listed at once
  const { language, engine, el, button, counted } = guideSearch;
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
  let query = "";
  let shown = []; // {words, link} of each result that is listed; another list for another answer
  let turn = 0;

  const add = (results, lang) => {
    const links = guideSearch.links(results, lang, t);
    shown.push(...results.map(({ words }, at) => ({ words, link: links[at] })));
    list.append(...links.map((node) => el("li", {}, node)));
  };

  const show = async (message, besides, { results, count } = { results: [], count: 0 }, lang = language) => {
    const mine = [];
    shown = mine;
    list.replaceChildren();
    help.replaceChildren(...besides);
    status.textContent = message;
    add(results, lang);
    while (mine.length < count) {
      await new Promise((done) => setTimeout(done)); // the reader is answered between two slices
      const finder = await engine(lang);
      const next = await finder.find(query, { from: mine.length, most: SLICE });
      if (shown !== mine) return;
      add(next.results, lang);
    }
  };

  const found = ({ count }) => counted(t["found-one"], t.found, count);

  const search = async () => {
    const mine = ++turn;
    query = (new URLSearchParams(location.search).get("q") ?? "").trim();
    input.value = query;
    if (!query) return show("", []);
    const finder = await engine(language).catch(() => null);
    const answer = await finder?.find(query, { most: SLICE }).catch(() => null);
    const isAsked = () => mine === turn;
    if (!isAsked()) return;
    if (!answer) return show(t.failed, [button(t.again, search)]);
    return guideSearch.tell(query, finder, answer, { t, found, show, input, help, most: SLICE, isAsked });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `?q=${encodeURIComponent(input.value.trim())}`);
    search();
  });
  guideSearch.whenFollowed(list, (link, leaves) => {
    const { words } = shown.find((each) => each.link === link);
    guideSearch.follow(query, link, words, !leaves);
  });
  addEventListener("popstate", search);
  addEventListener("beforeprint", () => {
    for (const { link } of shown) guideSearch.complete(link);
  });
  place.replaceChildren(form, status, help, list);
  search();
};
