string Wide(string text) => $"{text,100000000}"; //~ PG0202 a width is at most 1000
string Narrow(string text) => $"{text,-5000}"; //~ PG0202 a width is at most 1000
string Precise(double number) => $"{number:F999999999}"; //~ PG0202 a precision is at most 1000
