using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>Checks environment descriptors. What they declare is read through their nodes.</summary>
public static class EnvironmentReader
{
    /// <param name="documents">All descriptors of the repository, in the order in which they claim their names.</param>
    /// <returns>
    /// The descriptors that have a name of their own. They are judged even when they have problems, which close the
    /// gate whatever the policies say.
    /// </returns>
    public static Reading<ImmutableArray<Document>> Read(IEnumerable<Document> documents)
    {
        ImmutableArray<CheckedDocument> all =
            CheckedDocument.Of(documents, SettingsKinds.Environment, DescriptorChecks.Of);
        ImmutableArray<Document> named = [.. all.Where(HasItsName).Select(descriptor => descriptor.Document)];
        return new(named, [.. all.SelectMany(descriptor => descriptor.Problems), .. NamespaceClaims.Check(named)]);
    }

    private static bool HasItsName(CheckedDocument descriptor) =>
        descriptor.Name.IsScalar
        && !descriptor.Problems.Any(problem => problem.Id == SettingsProblems.DuplicateObject);
}
