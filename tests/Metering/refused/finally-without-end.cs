static string Run()
{
    try { while (true) { } } finally { while (true) { } }
}
