extern alias other; //~ PG0105 'extern
