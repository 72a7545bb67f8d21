static string Run()
{
    StringBuilder log = new();
    bool Say(string what, bool answer) { log.Append(what).Append(' '); return answer; }
    try { try { throw new FormatException("x"); } catch (Exception) when (Say("first", false)) { log.Append("never"); } finally { log.Append("finally "); } }
    catch (FormatException e) when (Say("second", true) && e.Message == "x") { log.Append("caught "); }
    try { throw new Exception("y"); } catch (Exception e) when (Throws(e)) { log.Append("never"); } catch { log.Append("after"); }
    return log.ToString();
}

static bool Throws(Exception e) => throw new InvalidOperationException(e.Message);
