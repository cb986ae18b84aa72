// What the reader asked, kept in this browser alone: the last query of this tab, the latest ones, where Back leads.
"use strict";
{
  const MOST = 5;
  const { kept } = guideSearch;
  const last = kept("sessionStorage", "search-last");
  const latest = kept("localStorage", "search-recent");

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

  /** A link of the search is followed: what was asked, and the words of the result that are marked where it leads. */
  guideSearch.follow = (query, { pathname }, words = []) => {
    last.value = query;
    guideSearch.recent.add(query);
    guideSearch.arrival.value = { page: pathname, words };
    if (pathname === location.pathname) guideSearch.mark(words); // no page is loaded
  };
}
