using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using PolicyGate.Metering;

namespace PolicyGate.Compile.Weaving;

/// <summary>What woven code calls.</summary>
internal sealed class MeteringMembers(ModuleDefinition module)
{
    private static readonly Dictionary<string, MethodInfo> InPlaceOf = typeof(Meter).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .SelectMany(method => method.GetCustomAttributes<InPlaceOfAttribute>().Select(attribute => (attribute.Member, method)))
        .ToDictionary(one => one.Member, one => one.method, StringComparer.Ordinal);

    private readonly Importer importer = new(module);

    private readonly Dictionary<MethodInfo, MethodReference> imported = [];

    /// <summary>Calls a method of the runtime, whose name is unique in its class.</summary>
    public Instruction Call(Type type, string name, params TypeReference[] typeArguments) =>
        Instruction.Create(OpCodes.Call, Closed(Import(type.GetMethod(name)!), typeArguments));

    /// <summary>The method that is called in place of one of the library, or null.</summary>
    /// <param name="documentationId">The library's.</param>
    /// <param name="original">The library's, as the policy refers to it.</param>
    /// <param name="implementers">The type whose static member is called through an interface; the last type argument.</param>
    public MethodReference? Replacement(string documentationId, MethodReference original, TypeReference[] implementers)
    {
        if (!InPlaceOf.TryGetValue(documentationId, out MethodInfo? method))
        {
            return null;
        }

        IEnumerable<TypeReference> ofType = original.DeclaringType is GenericInstanceType type ? type.GenericArguments : [];
        IEnumerable<TypeReference> ofMethod = original is GenericInstanceMethod generic ? generic.GenericArguments : [];
        return Closed(Import(method), method.IsGenericMethodDefinition ? [.. ofType, .. ofMethod, .. implementers] : []);
    }

    private static MethodReference Closed(MethodReference open, TypeReference[] typeArguments) =>
        typeArguments.Length == 0 ? open : TypeArguments.Instance(open, typeArguments);

    private MethodReference Import(MethodInfo method)
    {
        if (!imported.TryGetValue(method, out MethodReference? reference))
        {
            reference = importer.ImportReference(method, null);
            imported.Add(method, reference);
        }

        return reference;
    }

    /// <summary>Names the framework as policies do, not the assembly that happens to hold it.</summary>
    private sealed class Importer(ModuleDefinition module) : DefaultReflectionImporter(module)
    {
        protected override IMetadataScope ImportScope(Type type) => type.Assembly == typeof(object).Assembly
            ? module.AssemblyReferences.First(reference => reference.Name == "System.Runtime")
            : base.ImportScope(type);
    }
}
