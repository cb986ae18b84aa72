// The engine of each language, made once its data is there, and the texts of what it finds, which come after.
"use strict";
{
  const TEXTS = { fr: "assets/search/texts-fr.js", en: "assets/search/texts-en.js" };

  /** What is made of a language, once; what failed is made again the next time. */
  const once = (make) => {
    const made = {};
    return (language) => {
      made[language] ??= make(language);
      made[language].catch(() => delete made[language]);
      return made[language];
    };
  };

  guideSearch.engine = once(async (language) => {
    await guideSearch.load(guideSearch.DATA[language]);
    return guideSearch.Engine.made(guideSearch.data[language], language);
  });

  guideSearch.texts = {};

  /** Give the entries of a language their `parts`: [fragment, heading, text]. */
  guideSearch.addTexts = once(async (language) => {
    await guideSearch.load(TEXTS[language]);
    for (const entry of guideSearch.data[language].entries) entry.parts = guideSearch.texts[language][entry.id];
  });
}
