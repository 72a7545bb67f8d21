using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Isolation.Protocol;

/// <summary>
/// The places of an estate as numbers and routes. Both processes have the estate; what the worker says of a place is
/// made concrete against the parent's own, so that it can point at nothing that is not there.
/// </summary>
public sealed class EstatePlaces
{
    private readonly Estate estate;
    private readonly Dictionary<string, Dictionary<int, Document>> documents = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ResourceReference> references;
    private readonly Lazy<Dictionary<ResourceReference, int>> numbers;

    public EstatePlaces(Estate estate)
    {
        this.estate = estate;
        foreach (Environment environment in estate.Environments)
        {
            Add(environment.Node.Document);
            foreach (Resource resource in environment.Resources)
            {
                Add(resource.Node.Document);
            }
        }

        foreach (Document document in estate.Surroundings.Documents)
        {
            Add(document);
        }

        if (estate.ChangeFacts is { } facts)
        {
            Add(facts);
        }

        // A namespace is referred to like an object even where no object declares it.
        references =
        [
            .. estate.Resources.Select(resource => resource.Reference),
            .. estate.Namespaces.Select(ns => ns.Reference),
        ];
        numbers = new(() => NumbersOf(references));
    }

    private void Add(Document document)
    {
        if (!documents.TryGetValue(document.File, out Dictionary<int, Document>? ofFile))
        {
            documents.Add(document.File, ofFile = []);
        }

        ofFile.TryAdd(document.Index, document);
    }

    /// <summary>The number of an object; 0 for none.</summary>
    public int NumberOf(ResourceReference? resource) => resource is null ? 0 : numbers.Value[resource] + 1;

    public ResourceReference? Resource(int number) => number switch
    {
        0 => null,
        _ when number <= references.Length => references[number - 1],
        _ => throw new ProtocolException("an object is not of this estate"),
    };

    /// <summary>The number of an environment; 0 for none.</summary>
    public int NumberOf(Environment? environment) => environment is null ? 0 : estate.Environments.IndexOf(environment) + 1;

    public int NumberOfEnvironment(string name)
    {
        Environment? found = estate.Environments.FirstOrDefault(environment => environment.Name == name);
        return NumberOf(found);
    }

    public Environment? Environment(int number) => number switch
    {
        0 => null,
        _ when number <= estate.Environments.Length => estate.Environments[number - 1],
        _ => throw new ProtocolException("an environment is not of this estate"),
    };

    public static void Write(PayloadWriter writer, Node place)
    {
        Route route = place.Route;
        writer.Text(route.File);
        writer.Number(route.Document);
        WriteSteps(writer, route);
    }

    public Node Read(PayloadReader reader)
    {
        string file = reader.Text();
        int index = reader.Number();
        return documents.TryGetValue(file, out Dictionary<int, Document>? ofFile) && ofFile.TryGetValue(index, out Document? document)
            ? ReadSteps(reader, document.Root)
            : throw new ProtocolException("a place is not of this estate");
    }

    public static void WriteSteps(PayloadWriter writer, Route route) => writer.Many(route.Steps, WriteStep);

    /// <summary>The place to which steps lead from another.</summary>
    public static Node ReadSteps(PayloadReader reader, Node from)
    {
        Node place = from;
        for (int steps = reader.Count(); steps > 0; steps--)
        {
            Step step = ReadStep(reader);
            place = step.Key is { } key ? place.Field(key) : place[step.Index];
        }

        return place;
    }

    private static void WriteStep(PayloadWriter writer, Step step)
    {
        if (step.Key is { } key)
        {
            writer.Number((int)StepKind.Field);
            writer.Text(key);
        }
        else
        {
            writer.Number((int)(step.Index < 0 ? StepKind.BeforeFirst : StepKind.Item));
            writer.Number(step.Index < 0 ? ~step.Index : step.Index);
        }
    }

    private static Step ReadStep(PayloadReader reader) => (StepKind)reader.Choice((int)StepKind.BeforeFirst) switch
    {
        StepKind.Field => Step.Field(reader.Text()),
        StepKind.Item => Step.Item(reader.Number()),
        _ => Step.Item(~reader.Number()),
    };

    private enum StepKind
    {
        Item,
        Field,

        /// <summary>An item that no list has: the last one of an empty list has the index -1.</summary>
        BeforeFirst,
    }

    private static Dictionary<ResourceReference, int> NumbersOf(ImmutableArray<ResourceReference> references)
    {
        Dictionary<ResourceReference, int> numbers = [];
        for (int index = 0; index < references.Length; index++)
        {
            numbers.TryAdd(references[index], index);
        }

        return numbers;
    }
}
