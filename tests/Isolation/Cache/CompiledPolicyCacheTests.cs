using System.Security.Cryptography;
using PolicyGate.Isolation.Cache;
using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Tests.Cache;

/// <summary>Whatever lies in the cache's directory, only what the holder of the key put there is taken.</summary>
public sealed class CompiledPolicyCacheTests : IDisposable
{
    private static readonly byte[] Image = [.. Enumerable.Range(0, 1000).Select(number => (byte)number)];

    private static readonly PolicySource[] Sources = [new("a/b", "policies/a/b.csx", "return 1;")];

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("policygate-cache-");

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void What_was_kept_is_found()
    {
        Cache().Write(Sources, Image);

        Cache().Read(Sources).ShouldBe(Image);
    }

    [Fact]
    public void Another_text_is_not_found()
    {
        Cache().Write(Sources, Image);

        Cache().Read([Sources[0] with { Text = "return 2;" }]).ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_of_another_key_is_none()
    {
        new CompiledPolicyCache(directory.FullName, RandomNumberGenerator.GetBytes(32), []).Write(Sources, Image);

        Cache().Read(Sources).ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_in_the_place_of_another_is_none()
    {
        PolicySource[] others = [Sources[0] with { Text = "return 2;" }];
        Cache().Write(Sources, Image);
        string file = Entry();
        byte[] content = File.ReadAllBytes(file);
        File.Delete(file);
        Cache().Write(others, [1, 2, 3]);
        File.WriteAllBytes(Entry(), content);

        Cache().Read(others).ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_with_any_bit_changed_or_missing_is_none()
    {
        Cache().Write(Sources, Image);
        string file = Entry();
        byte[] whole = File.ReadAllBytes(file);
        for (int index = 0; index < whole.Length; index += 7)
        {
            byte[] changed = [.. whole];
            changed[index] ^= 0x10;
            File.WriteAllBytes(file, changed);
            Cache().Read(Sources).ShouldBeEmpty($"with byte {index} changed");
            File.WriteAllBytes(file, whole[..index]);
            Cache().Read(Sources).ShouldBeEmpty($"cut off after {index} bytes");
        }
    }

    [Fact]
    public void A_directory_that_is_a_file_costs_time_only()
    {
        string file = Path.Combine(directory.FullName, "file");
        File.WriteAllText(file, "");
        CompiledPolicyCache cache = new(file, key, []);

        cache.Write(Sources, Image);

        cache.Read(Sources).ShouldBeEmpty();
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
}
