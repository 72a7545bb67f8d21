// What other policies have.
object Made() => new P_cases_2f_accepted_2d_names.Theirs(); //~ CS0122
int Shared() => P_cases_2f_accepted_2d_names.Shared(); //~ CS0122
