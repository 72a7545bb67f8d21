#:package Evil@1.0.0 //~ PG0104 has no meaning
