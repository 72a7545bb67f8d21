#region Open //~ PG0104 '#region' lacks its '#endregion'
#endif //~ PG0104 '#endif' lacks its '#if'
#if false //~ PG0104 '#if' lacks its '#endif'
string text = "x";
