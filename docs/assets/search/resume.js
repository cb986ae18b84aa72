// The box, made once it is wanted, and what waits for the search where a page opens: the page of results, words to mark,
// a query that was asked before.
"use strict";
{
  const t = guideSearch.labels[guideSearch.language];
  const results = document.getElementById("results");
  let box = null;
  let shown = false; // the page of results

  guideSearch.open = (...asked) => {
    box ??= guideSearch.dialog(t);
    box.open(...asked);
  };

  /** Show again what was asked: before a result was opened, or in the address of the home page. */
  const showAgain = () => {
    const isHome = document.body.classList.contains("home");
    const { search, filters } = history.state ?? {};
    const query = search ?? (isHome && new URLSearchParams(location.search).get("q"));
    if (query) guideSearch.open("", query, filters);
    else box?.close();
  };

  guideSearch.resume = () => {
    if (results && !shown) guideSearch.page(results, t);
    shown = true;
    guideSearch.arrive();
    showAgain();
  };
}
