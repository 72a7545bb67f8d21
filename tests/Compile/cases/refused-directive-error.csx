#error no //~ PG0104 has no meaning
