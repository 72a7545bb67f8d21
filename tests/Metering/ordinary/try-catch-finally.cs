static string Run()
{
    StringBuilder log = new();
    for (int i = 0; i < 4; i++)
    {
        try
        {
            log.Append('t').Append(i);
            try { if (i == 1) throw new ArgumentException("one"); if (i == 2) throw new InvalidOperationException("two"); if (i == 3) continue; }
            catch (ArgumentException e) when (e.Message.StartsWith('o')) { log.Append('a'); }
            finally { log.Append('f'); }
            log.Append('e');
        }
        catch (InvalidOperationException e) { log.Append(e.Message); }
        finally { log.Append(';'); }
    }
    return log.ToString();
}
