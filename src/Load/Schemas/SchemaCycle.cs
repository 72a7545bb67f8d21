namespace PolicyGate.Load.Schemas;

/// <summary>Finds schemas that look at the same value in a circle, and would do so for ever.</summary>
internal static class SchemaCycle
{
    public static bool Exists(IEnumerable<StructuralSchema> schemas)
    {
        HashSet<StructuralSchema> open = [];
        HashSet<StructuralSchema> done = [];
        return schemas.Any(schema => IsOnCycle(schema, open, done));
    }

    private static bool IsOnCycle(
        StructuralSchema schema, HashSet<StructuralSchema> open, HashSet<StructuralSchema> done)
    {
        if (done.Contains(schema))
        {
            return false;
        }

        if (!open.Add(schema))
        {
            return true;
        }

        bool found = schema.Constraints
            .SelectMany(constraint => constraint.InPlace)
            .Any(next => IsOnCycle(next, open, done));
        open.Remove(schema);
        done.Add(schema);
        return found;
    }
}
