string text = "x";
#define LATE //~ PG0104 '#define' stands before everything else
