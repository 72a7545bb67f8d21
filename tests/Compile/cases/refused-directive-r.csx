#r "System.Net.Http" //~ PG0104 leave out
