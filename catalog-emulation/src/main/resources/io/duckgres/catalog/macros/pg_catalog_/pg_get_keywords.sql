() AS TABLE
SELECT word, catcode, barelabel, catdesc, baredesc FROM ${static.keywords}
