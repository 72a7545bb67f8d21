using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Protocol;

/// <summary>Tells whether two processes have read the same estate: files may change between two readings.</summary>
public static class EstateDigest
{
    public static byte[] Of(Estate estate)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Model.Estates.Environment environment in estate.Environments)
        {
            Append(hash, environment.Name, environment.Node);
            foreach (Model.Kubernetes.Resource resource in environment.Resources)
            {
                Append(hash, resource.Description, resource.Node);
            }
        }

        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string name, Node node)
    {
        Span span = node.Value?.Span ?? Span.Start;
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}\0{node.Document.File}\0{node.Document.Index}\0{span.StartLine}\0{span.EndLine}\0{span.EndColumn}\n");
        hash.AppendData(Encoding.UTF8.GetBytes(line));
    }
}
