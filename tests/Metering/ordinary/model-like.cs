static string Run()
{
    var resources = Enumerable.Range(0, 50).Select(i => new Resource($"r{i}", i % 3 == 0 ? "prod" : "dev", [new("app", i % 2 == 0 ? "512Mi" : null)])).ToImmutableArray();
    return string.Join("; ", resources.Where(r => r is { Environment: "prod" }).SelectMany(r => r.Containers, (r, c) => (r.Name, c)).Where(x => x.c.Memory is null).Select(x => $"{x.Name}/{x.c.Name} declares no limit"));
}

sealed record Resource(string Name, string Environment, ImmutableArray<Container> Containers);
sealed record Container(string Name, string? Memory);
