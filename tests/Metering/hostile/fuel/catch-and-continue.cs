static string Run()
{
    again: try { throw new Exception(); } catch (Exception) { goto again; }
}
