// The files of each part of the search. Publishing gives each a name that follows its content, here too: each stands as
// its whole path.
"use strict";
guideSearch.parts = {
  engine: [
    "assets/search/minisearch.js",
    "assets/search/words.js",
    "assets/search/places.js",
    "assets/search/question.js",
    "assets/search/engine.js",
  ],
  shown: [
    "assets/search/dialog.css",
    "assets/search/elements.js",
    "assets/search/kept.js",
    "assets/search/marks.js",
    "assets/search/excerpt.js",
    "assets/search/result.js",
    "assets/search/advice.js",
  ],
  dialog: ["assets/search/start.js", "assets/search/filters.js", "assets/search/dialog.js"],
  page: ["assets/search/page.js"],
  marks: ["assets/search/words.js", "assets/search/marks.js"],
  fr: ["assets/search/fr.js"],
  en: ["assets/search/en.js"],
  "labels-fr": ["assets/search/labels-fr.js"],
  "labels-en": ["assets/search/labels-en.js"],
};
