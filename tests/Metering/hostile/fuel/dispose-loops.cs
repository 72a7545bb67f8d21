static string Run()
{
    try { using Endless endless = new(); throw new Exception(); } catch { return "swallowed"; }
}

sealed class Endless : IDisposable { public void Dispose() { while (true) { } } }
