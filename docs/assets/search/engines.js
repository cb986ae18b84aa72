// The engine of each language, made once its data is there.
"use strict";
{
  const engines = {};

  guideSearch.engine = async (language) => {
    await guideSearch.load(guideSearch.DATA[language]);
    engines[language] ??= new guideSearch.Engine(guideSearch.data[language], language);
    return engines[language];
  };
}
