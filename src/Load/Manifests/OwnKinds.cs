using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Manifests;

/// <summary>PolicyGate's own documents.</summary>
internal static class OwnKinds
{
    public const string ApiVersion = DocumentKinds.OwnGroup + "/v1";
    public const string Environment = "Environment";
    public const string Waiver = "Waiver";
    public const string Profile = "Profile";
    public const string Framework = "Framework";
    public const string Configuration = "Configuration";

    /// <summary>Facts, which are given on the command line: one that stands in the repository is the author's word.</summary>
    public const string Change = "Change";

    /// <summary>Facts about images, likewise.</summary>
    public const string ImageFacts = "ImageFacts";

    /// <summary>What was collected before judging.</summary>
    public static bool AreFacts(Document document) => Of(document) is Change or ImageFacts;

    /// <summary>The kind of a document that is PolicyGate's; empty for all others.</summary>
    public static string Of(Document document) =>
        document.Root.Field("apiVersion").Text == ApiVersion ? document.Root.Field("kind").Text : "";

    /// <summary>A document that claims to be PolicyGate's, of a kind or version that there is not.</summary>
    public static LoadProblem? ProblemOf(Document document)
    {
        Node root = document.Root;
        if (root.Field("apiVersion").Text != ApiVersion)
        {
            return Unknown(root.Field("apiVersion"), $"There is no {root.Field("apiVersion").Text}.", $"Write {ApiVersion}.");
        }

        if (AreFacts(document))
        {
            return Unknown(
                root.Field("kind"),
                "Facts do not belong into the repository: whoever writes the change could make them up.",
                "Remove the document; `check --facts FILE` takes facts that were collected outside of the change.");
        }

        return root.Field("kind").Text is Environment or Waiver or Profile or Framework or Configuration
            ? null
            : Unknown(
                root.Field("kind"),
                $"PolicyGate has no kind \"{root.Field("kind").Text}\".",
                $"Write {Environment}, {Waiver}, {Profile}, {Framework} or {Configuration}.");
    }

    /// <summary>What somebody meant to declare is not in force, so nothing can be said with certainty.</summary>
    private static LoadProblem Unknown(Node place, string message, string remediation) =>
        new(LoadProblemIds.UnknownKind, Severity.High, Outcome.Error, place.Location, message, remediation);
}
