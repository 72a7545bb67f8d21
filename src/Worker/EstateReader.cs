using System.Collections.Immutable;
using PolicyGate.Load;
using PolicyGate.Load.Cases;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Estates;

namespace PolicyGate.Worker;

/// <summary>Reads an estate as the parent does, so that nothing large has to cross the pipe.</summary>
internal static class EstateReader
{
    public static ImmutableArray<EnvironmentContents> Read(EstateSource source) => source switch
    {
        EstateSource.Case one => PolicyCase.Read("", one.Path, one.Name, Expectation.Pass).Estate,
        EstateSource.Repository repository => Loader.Collect(new()
        {
            Root = repository.Root,
            Paths = repository.Paths,
            Exclude = [.. repository.Excluded.Select(files => new Exclusion(files, ""))],
        }).Environments,
        _ => throw new InvalidOperationException($"an estate cannot be read from {source.GetType().Name}"),
    };
}
