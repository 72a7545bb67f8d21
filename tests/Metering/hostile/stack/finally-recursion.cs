static string Run()
{
    void Down() { try { throw new Exception(); } finally { Down(); } } Down(); return "";
}
