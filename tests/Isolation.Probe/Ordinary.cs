using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PolicyGate.Isolation.Probe;

/// <summary>What policies do, and how workers end. Each gives what it has worked out.</summary>
internal static class Ordinary
{
    /// <summary>Null when there is none of this name.</summary>
    public static Func<string>? Named(string name, string argument) => name switch
    {
        "nothing" => () => "nothing",
        "exceptions" => Exceptions,
        "regular-expressions" => RegularExpressions,
        "queries" => Queries,
        "formatting" => Formatting,
        "parsing" => Parsing,
        "grow" => Grow,
        "threads" => Threads,
        "generics" => () => Deep<int>(40).ToString(CultureInfo.InvariantCulture),
        "load-assembly" => LoadingOf(argument),
        "standard-error" => () => Said("on standard error"),
        "overflow-stack" => () => Overflow(1).ToString(CultureInfo.InvariantCulture),
        "overflow-stack-of-thread" => () => OnThread(() => Overflow(1)),
        "unhandled" => () => OnThread(() => throw new InvalidOperationException("nobody handles this")),
        "fail-fast" => () => FailFast("on purpose"),
        "exit" => () => Exit(7),
        "environment" => () => string.Join(' ', Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal)),
        "folder" => () => $"{Directory.GetFileSystemEntries(".").Length} {Environment.CurrentDirectory}",
        "descriptors" => () => string.Join(' ', Descriptors().Order()),
        "sleep" => () => Sleep(),
        _ => null,
    };

    private static string Exceptions()
    {
        Action[] thrown =
        [
            () => _ = new Dictionary<string, int>()["absent"],
            () => _ = new List<int>()[3],
            () => _ = int.Parse("x", CultureInfo.InvariantCulture),
            () => _ = Array.Empty<string>().First(),
            () => _ = ((string)null!).Length,
            () => _ = (string)(object)1,
            () => _ = ImmutableArray.Create(1)[2],
            () => _ = checked(int.MaxValue + Environment.ProcessId),
            () => _ = new Regex("("),
            () => _ = new Uri("::"),
            () => _ = new Version("x"),
            () => _ = DateTime.ParseExact("x", "yyyy", CultureInfo.InvariantCulture),
            () => throw new InvalidOperationException("own words", new ArgumentNullException("name")),
        ];
        return string.Join(" | ", thrown.Select(MessageOf));
    }

    private static string MessageOf(Action action)
    {
        try
        {
            action();
            return "nothing thrown";
        }
        catch (Exception exception)
        {
            return exception.ToString().Length > exception.Message.Length ? exception.Message.ReplaceLineEndings(" ") : "";
        }
    }

    private static string RegularExpressions()
    {
        RegexOptions[] options =
            [RegexOptions.None, RegexOptions.IgnoreCase, RegexOptions.NonBacktracking, RegexOptions.Compiled, RegexOptions.RightToLeft];
        return string.Join(' ', options.Select(option =>
            new Regex(@"(?<name>\p{L}+)-(\d{2,4})", option, TimeSpan.FromSeconds(1)).Match("ä-12 image-2024").Groups["name"].Value));
    }

    private static string Queries() =>
        string.Join(' ', Enumerable.Range(1, 1000).GroupBy(n => n % 3).OrderByDescending(g => g.Key)
            .Select(g => (g.Key, Sum: g.Sum(n => (decimal)n), Set: g.ToImmutableSortedSet(), Map: g.ToHashSet()))
            .Zip("abc", (g, letter) => $"{letter}{g.Sum}{g.Set.Max}{g.Map.Count}"));

    private static string Formatting() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{1234567.891:N2} {0.5m:P0} {255:x8} {double.Pi:R} {new DateTime(2020, 2, 29, 0, 0, 0, DateTimeKind.Utc):R} {TimeZoneInfo.Local.BaseUtcOffset} {Guid.Empty} {(1, "a")} {new Point(1, 2)} {"ÄÖ".ToLowerInvariant()} {"a".Normalize()}");

    private static string Parsing() =>
        string.Join(' ', Version.Parse("1.2.3"), new Uri("https://example.com/a?b").Host, decimal.Parse("1.50", CultureInfo.InvariantCulture),
            DateTimeOffset.Parse("2024-02-03T04:05:06+07:00", CultureInfo.InvariantCulture).UtcDateTime.ToString("s", CultureInfo.InvariantCulture),
            TimeSpan.Parse("01:02:03", CultureInfo.InvariantCulture), Enum.Parse<DayOfWeek>("Monday"), Convert.ToHexString([1, 2]));

    /// <summary>Hundreds of megabytes of small objects, most of them short-lived, in all generations.</summary>
    private static string Grow()
    {
        List<string[]> kept = [];
        for (int round = 0; round < 3000; round++)
        {
            kept.Add([.. Enumerable.Range(0, 1000).Select(n => n.ToString(CultureInfo.InvariantCulture))]);
        }

        GC.Collect();
        return $"{kept.Count} {GC.GetTotalMemory(false) > 50 << 20}";
    }

    private static string Threads()
    {
        int[] sums = new int[8];
        Thread[] threads = [.. sums.Select((_, at) => new Thread(() => sums[at] = Work(), 1 << 20) { Name = $"thread {at}" })];
        Array.ForEach(threads, thread => thread.Start());
        GC.Collect();
        Array.ForEach(threads, thread => thread.Join());
        return string.Join(' ', sums.Distinct());
    }

    private static int Work() => Enumerable.Range(0, 2000).Select(n => new string('x', n).Length).Sum();

    /// <summary>Code for each type has to be made when it is first needed.</summary>
    private static int Deep<T>(int depth) => depth == 0 ? typeof(T).GetGenericArguments().Length : Deep<(T, int)?>(depth - 1) + 1;

    private static Func<string> LoadingOf(string path)
    {
        byte[] bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return () => Assembly.Load(bytes).GetTypes().Length > 0 ? "loaded" : "empty";
    }

    private static string Said(string text)
    {
        Console.Error.WriteLine(text);
        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static long Overflow(long depth) => Overflow(depth + 1) + depth;

    private static string OnThread(Action action)
    {
        Thread thread = new(() => action());
        thread.Start();
        thread.Join();
        return "came back";
    }

    private static string FailFast(string reason)
    {
        Environment.FailFast(reason);
        return "came back";
    }

    private static string Exit(int code)
    {
        Environment.Exit(code);
        return "came back";
    }

    private static IEnumerable<int> Descriptors() =>
        Directory.GetFileSystemEntries("/proc/self/fd")
            .Where(Path.Exists)
            .Select(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture));

    private static string Sleep()
    {
        Console.Out.Flush();
        Thread.Sleep(TimeSpan.FromMinutes(1));
        return "slept";
    }

    private sealed record Point(int X, int Y);
}
