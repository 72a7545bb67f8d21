// The author forgot to return it.
var policy = 1;
