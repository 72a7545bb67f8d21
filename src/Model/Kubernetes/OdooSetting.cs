using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where Odoo has a setting from.</summary>
public enum OdooSource
{
    CommandLine,

    /// <summary>Its configuration file, often called <c>odoo.conf</c>.</summary>
    File,

    /// <summary>A variable that Odoo, or the image's entry point, reads.</summary>
    Variable,

    /// <summary>Nobody sets it.</summary>
    Default,

    /// <summary>It is set, to what is filled in on the way to the cluster: from a Secret, a template or a variable.</summary>
    FilledIn,

    /// <summary>Perhaps set by something that git does not hold in a form that can be read.</summary>
    Unreadable,
}

/// <summary>A setting of Odoo, as it will be in effect.</summary>
/// <param name="Name">As in the configuration file: <c>list_db</c>.</param>
/// <param name="Text">As written, or Odoo's default; empty where it cannot be read.</param>
/// <param name="Place">Where it is written, or would be, or what hides it.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsSecret">It is kept in a Secret, or filled in from one.</param>
/// <param name="MajorVersion">Of Odoo, or null.</param>
public sealed record OdooSetting(string Name, string Text, Node Place, OdooSource Source, bool IsSecret, int? MajorVersion)
{
    /// <summary>False where only the cluster knows.</summary>
    public bool IsKnown => Source is not (OdooSource.Unreadable or OdooSource.FilledIn);

    /// <summary>Somebody sets it.</summary>
    public bool IsWritten => Source is not (OdooSource.Default or OdooSource.Unreadable);

    /// <summary>
    /// On or off. Before 19 Odoo's file knows <c>True</c> and <c>False</c> only, and any other text, <c>0</c> too, is on
    /// (https://github.com/odoo/odoo/blob/18.0/odoo/tools/config.py); from 19 on also <c>0</c>, <c>no</c> and <c>off</c>.
    /// </summary>
    public bool IsOn => Text.Trim('"', '\'').ToLowerInvariant() switch
    {
        "" or "false" or "none" => false,
        "0" or "no" or "off" or "n" or "f" => Source == OdooSource.File && MajorVersion is null or < 19,
        _ => true,
    };

    /// <summary>The place is a list of arguments for Odoo itself, and no script.</summary>
    private bool TakesOptions =>
        Place.IsSequence && Place[0].Text is "odoo" or "odoo-bin" or ['-', '-', ..] && !Place.Texts.Any(text => text.Any(char.IsWhiteSpace));

    /// <summary>The whole number, or null.</summary>
    public long? Number => ScalarMeaning.IntegerOf(Text.Trim());

    /// <summary>The object that holds its place.</summary>
    public Node Owner
    {
        get
        {
            Node place = Place;
            while (place.Parent != place && !(place["kind"].IsScalar && place["apiVersion"].IsScalar))
            {
                place = place.Parent;
            }

            return place;
        }
    }

    /// <summary>For people: what it is and where from; not the value of what may be secret.</summary>
    public string Says => Source switch
    {
        OdooSource.Unreadable => $"{Name} cannot be known: {Owner["kind"]} {Owner["metadata.name"]} hides it, as git does not hold it in a form that can be read",
        OdooSource.FilledIn => $"{Name} is filled in on the way to the cluster, so it cannot be known",
        OdooSource.Default when Text.Length == 0 => $"{Name} is not set",
        OdooSource.Default => $"{Name} is not set, and Odoo's default is {Text}",
        _ when Text.Length == 0 => $"{Name} is empty",
        _ => $"{Name} is {Text}",
    };

    /// <summary>The mend that gives it another value, where its file is written out, or its command line can take it.</summary>
    public Fix? Changed(string value) => Source switch
    {
        OdooSource.File or OdooSource.Default when OdooOptions.ReadFile(Place.Text) is not null =>
            new(Place.Route, FixOperation.Set, OdooOptions.Changed(Place.Text, Name, value)),
        OdooSource.Default when TakesOptions && OdooOptions.Written(Name, value) is { } option => new(Place.Route, FixOperation.Append, option),
        OdooSource.Variable when Place is { IsScalar: true, Name: "value" } => new(Place.Route, FixOperation.Set, value),
        _ => null,
    };
}
