using System.Security.Cryptography;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>A part of a kubeconfig with its name.</summary>
internal sealed record NamedSection(string Name, Section Body);

/// <summary>A mapping of a kubeconfig, whose fields are read with complaints at their place.</summary>
internal sealed class Section(Node place, List<KubeconfigProblem> problems)
{
    /// <summary>Certificates and tokens are a few kilobytes.</summary>
    private const int ReferredFileBytes = 1024 * 1024;

    public Node Place => place;

    public bool Has(string field) => place.Field(field) is { Exists: true } value && (!value.IsScalar || value.Text.Length > 0);

    public Section Below(string field)
    {
        Node inner = place.Field(field);
        if (inner.Exists && !inner.IsMapping)
        {
            Complain(field, "fields are due here");
        }

        return new(inner, problems);
    }

    /// <summary>Empty when it is not there.</summary>
    public string Text(string field)
    {
        Node value = place.Field(field);
        if (value.Exists && !value.IsScalar)
        {
            Complain(field, "a text is due here");
        }

        return value.Text;
    }

    public string RequiredText(string field)
    {
        if (!Has(field))
        {
            Complain(field, "this field is missing");
        }

        return Text(field);
    }

    public bool Flag(string field)
    {
        Node value = place.Field(field);
        if (value.Exists && value.Boolean is null)
        {
            Complain(field, "true or false is due here");
        }

        return value.IsTrue;
    }

    public IEnumerable<Section> Sections(string field)
    {
        if (place.Field(field) is { Exists: true, IsSequence: false })
        {
            Complain(field, "a list is due here");
        }

        return place.Field(field).Items.Select(item => new Section(item, problems));
    }

    public IEnumerable<string> Texts(string field)
    {
        Node list = place.Field(field);
        if (list.Exists && (!list.IsSequence || list.Items.Any(item => !item.IsScalar)))
        {
            Complain(field, "a list of texts is due here");
        }

        return list.Texts;
    }

    /// <summary>The path that a field names, from the directory of the kubeconfig; null when it is not there.</summary>
    public string? FilePath(string field) =>
        Text(field) is { Length: > 0 } path ? Path.Combine(Directory, path) : null;

    /// <summary>
    /// What stands in <c>FIELD-data</c> in base64, or else in the file that <c>FIELD</c> names; null for neither, and
    /// after a complaint.
    /// </summary>
    public byte[]? DataOrFile(string field)
    {
        if (Has($"{field}-data"))
        {
            return Base64($"{field}-data");
        }

        return FilePath(field) is { } path ? FileBytes(field, path) : null;
    }

    /// <summary>Makes something of a field; complains there when the content does not allow it.</summary>
    public T? Made<T>(string field, byte[]? content, Func<byte[], T> make, string what)
        where T : class
    {
        try
        {
            return content is null ? null : make(content);
        }
        catch (CryptographicException)
        {
            Complain(Has($"{field}-data") ? $"{field}-data" : field, $"there is no {what} in it");
            return null;
        }
    }

    public void Complain(string field, string message) => problems.Add(KubeconfigProblem.At(place.Field(field), message));

    private string Directory => Path.GetDirectoryName(Path.GetFullPath(place.Document.File)) ?? "";

    private byte[]? Base64(string field)
    {
        try
        {
            return Convert.FromBase64String(Text(field));
        }
        catch (FormatException)
        {
            Complain(field, "this is not base64");
            return null;
        }
    }

    private byte[]? FileBytes(string field, string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: <= ReferredFileBytes })
            {
                return File.ReadAllBytes(path);
            }

            Complain(field, File.Exists(path) ? $"the file {path} is too large" : $"there is no file {path}");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            Complain(field, $"the file {path} cannot be read: check its permissions");
        }

        return null;
    }
}
