static string Run()
{
    Action a = () => { }; for (int i = 0; i < 100_000; i++) { a = new Action(a.Invoke); } a(); return "";
}
