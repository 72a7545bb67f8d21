static string Run()
{
    int n = 0; Action a = () => n++; for (int i = 0; i < 20; i++) { a += a; } while (true) { a(); }
}
