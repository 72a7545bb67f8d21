using System.Security.Cryptography;
using PolicyGate.Isolation.Cache;
using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Tests.Cache;

/// <summary>Whatever lies in the cache's directory, only what the holder of the key put there is taken.</summary>
public sealed class CompiledPolicyCacheTests : IDisposable
{
    private static readonly ReadyPolicies Ready = new([.. Enumerable.Range(0, 1000).Select(number => (byte)number)], [1, 2, 3]);

    private static readonly PolicySource[] Sources = [new("a/b", "policies/a/b.csx", "return 1;")];

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("policygate-cache-");

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void What_was_kept_is_found()
    {
        Cache().Write(Sources, Ready);

        Cache().Read(Sources).ShouldBeEquivalentTo(Ready);
    }

    [Fact]
    public void Another_text_is_not_found()
    {
        Cache().Write(Sources, Ready);

        Cache().Read([Sources[0] with { Text = "return 2;" }]).ShouldBe(ReadyPolicies.None);
    }

    [Fact]
    public void What_nobody_used_for_long_makes_room_for_the_next()
    {
        string old = Aged(new string('a', 64) + ".policies", days: 40, length: 100);
        string unfinished = Aged(new string('b', 64) + ".unfinished", days: 40, length: 100);
        string recent = Aged(new string('c', 64) + ".policies", days: 20, length: 100);

        Cache().Write(Sources, Ready);

        new[] { old, unfinished, recent }.Where(File.Exists).ShouldBe([recent]);
        Cache().Read(Sources).ShouldBeEquivalentTo(Ready);
    }

    [Fact]
    public void Too_much_makes_room_from_what_was_used_longest_ago()
    {
        string[] files = [.. Enumerable.Range(1, 4).Select(days => Aged(new string((char)('a' + days), 64) + ".policies", days, 60 * 1024 * 1024))];

        Cache().Write(Sources, Ready);

        files.Where(File.Exists).ShouldBe(files[..3]);
    }

    [Fact]
    public void Use_keeps_an_entry()
    {
        Cache().Write(Sources, Ready);
        string entry = Entry();
        File.SetLastWriteTimeUtc(entry, DateTime.UtcNow.AddDays(-40));

        Cache().Read(Sources).ShouldBeEquivalentTo(Ready);
        Cache().Write([Sources[0] with { Text = "return 2;" }], Ready);

        File.Exists(entry).ShouldBeTrue();
    }

    /// <summary>Others may use the directory too, and somebody may have put links into it.</summary>
    [Fact]
    public void Only_entries_are_deleted_and_no_link_is_followed()
    {
        DirectoryInfo elsewhere = directory.CreateSubdirectory("elsewhere");
        string[] others = [Aged("notes.txt", 400, 10), Aged("x.policies", 400, 10), Aged(Path.Combine("elsewhere", new string('a', 64) + ".policies"), 400, 10)];
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(Path.Combine(directory.FullName, new string('d', 64) + ".policies"), elsewhere.FullName);
            File.CreateSymbolicLink(Path.Combine(directory.FullName, new string('e', 64) + ".policies"), others[0]);
        }

        Cache().Write(Sources, Ready);

        others.ShouldAllBe(file => File.Exists(file));
    }

    [Fact]
    public void An_entry_of_another_key_is_none()
    {
        new CompiledPolicyCache(directory.FullName, RandomNumberGenerator.GetBytes(32), []).Write(Sources, Ready);

        Cache().Read(Sources).ShouldBe(ReadyPolicies.None);
    }

    [Fact]
    public void An_entry_in_the_place_of_another_is_none()
    {
        PolicySource[] others = [Sources[0] with { Text = "return 2;" }];
        Cache().Write(Sources, Ready);
        string file = Entry();
        byte[] content = File.ReadAllBytes(file);
        File.Delete(file);
        Cache().Write(others, Ready);
        File.WriteAllBytes(Entry(), content);

        Cache().Read(others).ShouldBe(ReadyPolicies.None);
    }

    [Fact]
    public void An_entry_with_any_bit_changed_or_missing_is_none()
    {
        Cache().Write(Sources, Ready);
        string file = Entry();
        byte[] whole = File.ReadAllBytes(file);
        for (int index = 0; index < whole.Length; index += 7)
        {
            byte[] changed = [.. whole];
            changed[index] ^= 0x10;
            File.WriteAllBytes(file, changed);
            Cache().Read(Sources).ShouldBe(ReadyPolicies.None, $"with byte {index} changed");
            File.WriteAllBytes(file, whole[..index]);
            Cache().Read(Sources).ShouldBe(ReadyPolicies.None, $"cut off after {index} bytes");
        }
    }

    [Fact]
    public void A_directory_that_is_a_file_costs_time_only()
    {
        string file = Path.Combine(directory.FullName, "file");
        File.WriteAllText(file, "");
        CompiledPolicyCache cache = new(file, key, []);

        cache.Write(Sources, Ready);

        cache.Read(Sources).ShouldBe(ReadyPolicies.None);
    }

    [Fact]
    public void A_key_is_made_once_and_kept_from_others()
    {
        byte[] made = CacheKey.Find(directory.FullName)!;

        CacheKey.Find(directory.FullName).ShouldBe(made);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(directory.FullName, "cache.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private CompiledPolicyCache Cache() => new(directory.FullName, key, []);

    private string Entry() => Directory.EnumerateFiles(directory.FullName, "*.policies").ShouldHaveSingleItem();

    private string Aged(string name, int days, int length)
    {
        string file = Path.Combine(directory.FullName, name);
        using (FileStream stream = File.Create(file))
        {
            stream.SetLength(length);
        }

        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-days));
        return file;
    }
}
