// What the reader asked, kept for this tab alone: a computer may be shared. The last query, the latest ones, where Back
// leads.
"use strict";
{
  const MOST = 5;
  const FRESH = 6e4; // milliseconds in which the page that a result opens must come
  const ARRIVAL = "search-arrival"; // docs/assets/js/search.js looks for it

  /** What stands under a name in `localStorage` or, for this tab alone, `sessionStorage`; null takes it away. */
  const kept = (storage, name) => ({
    get value() {
      return guideSearch.read(storage, name);
    },
    set value(value) {
      try {
        if (value === null) globalThis[storage].removeItem(name);
        else globalThis[storage].setItem(name, JSON.stringify(value));
      } catch {
        // it is then lost with the page
      }
    },
  });

  const last = kept("sessionStorage", "search-last");
  const latest = kept("sessionStorage", "search-recent");
  const arrivals = kept("localStorage", ARRIVAL); // a new tab has no storage of this one: path of a page → {words, at}

  const fresh = () =>
    Object.fromEntries(Object.entries(arrivals.value ?? {}).filter(([, { at }]) => Date.now() - at < FRESH));

  guideSearch.recent = {
    get all() {
      return latest.value ?? [];
    },
    add(query) {
      latest.value = [query, ...this.all.filter((each) => each !== query)].slice(0, MOST);
    },
    remove(query) {
      latest.value = this.all.filter((each) => each !== query);
    },
    clear() {
      latest.value = null;
    },
  };

  guideSearch.last = last;
  guideSearch.singleKeys = kept("localStorage", "search-single-keys");

  /** A link of the search is followed, in this tab or `elsewhere`: what was asked, and the words to mark where it leads. */
  guideSearch.follow = (query, { pathname }, words = [], elsewhere = false) => {
    last.value = query;
    guideSearch.recent.add(query);
    if (pathname === location.pathname && !elsewhere) return guideSearch.mark(words); // no page is loaded
    if (words.length) arrivals.value = { ...fresh(), [pathname]: { words, at: Date.now() } };
  };

  /** Mark, once, the words of the result that led to this page. */
  guideSearch.arrive = () => {
    const { [location.pathname]: here, ...others } = fresh();
    arrivals.value = Object.keys(others).length ? others : null;
    if (here) guideSearch.mark(here.words);
  };
}
