// The page of results: all that a query finds, as a list that can be shared, printed and reached whole.
"use strict";
/** Fills `place`; the query stands in the address. */
guideSearch.page = (place, t) => {
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
  let shown = [];
  let turn = 0;

  const show = (message, besides, results = [], lang = language) => {
    const links = guideSearch.links(results, lang, t);
    shown = results.map(({ words }, at) => ({ words, link: links[at] }));
    list.replaceChildren(...links.map((node) => el("li", {}, node)));
    help.replaceChildren(...besides);
    status.textContent = message;
  };

  const found = ({ length }) => counted(t["found-one"], t.found, length);

  const search = async () => {
    const mine = ++turn;
    const query = (new URLSearchParams(location.search).get("q") ?? "").trim();
    input.value = query;
    if (!query) return show("", []);
    const finder = await engine(language).catch(() => null);
    if (mine !== turn) return;
    if (!finder) return show(t.failed, [button(t.again, search)]);
    const every = finder.find(query);
    const isAsked = () => mine === turn;
    return guideSearch.tell(query, finder, { every, wanted: every }, { t, found, show, input, help, isAsked });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `?q=${encodeURIComponent(input.value.trim())}`);
    search();
  });
  guideSearch.whenFollowed(list, (link, leaves) => {
    const { words } = shown.find((each) => each.link === link);
    guideSearch.follow(input.value.trim(), link, words, !leaves);
  });
  addEventListener("popstate", search);
  addEventListener("beforeprint", () => {
    for (const { link } of shown) guideSearch.complete(link);
  });
  place.replaceChildren(form, status, help, list);
  search();
};
