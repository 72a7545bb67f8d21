#define EARLY
#nullable enable
#pragma warning disable CS0219
// What is disabled may be anything: it's no C#.
#region Words
#if EARLY && !LATE
string word = "early";
#elif LATE
string word = 'it's "late /* (((
#else
string word = """ $"{
#endif
#endregion

#if false
/*
#endif
Verdict Judge(Node node) => word.Length > 0 ? Pass(node) : Fail(node, """
    #line 5 "is text in a string"
    #r is, too
    """);
