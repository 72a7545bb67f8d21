static string Run()
{
    Action a = () => { }; while (true) { a += a; }
}
