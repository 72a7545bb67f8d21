// What the gate made of this policy.
string Text() => __source; //~ PG0201 '__source' is not the policy's own
object Again() => __create(); //~ PG0201 '__create' is not the policy's own
