// What other policies have, and what the gate made of this one.
object Made() => P_cases_2f_accepted_2d_names.Shared(); //~ PG0201 is another policy's
string Text() => Source; //~ PG0201 'Source' is not the policy's own
object Again() => Create(); //~ PG0201 'Create' is not the policy's own
