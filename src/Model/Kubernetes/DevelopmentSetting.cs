using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What people set while they develop, and forget to take out: debug modes, mail catchers, open doors.</summary>
public static partial class DevelopmentSetting
{
    private const string Debugging = "logs and shows what is meant for developers";
    private const string OpenDoor = "lets everybody in";
    private const string Invented = "loads invented data";

    private static readonly HashSet<string> Stages =
    [
        "NODE_ENV", "FLASK_ENV", "RAILS_ENV", "RACK_ENV", "APP_ENV", "APPLICATION_ENV", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT",
        "SPRING_PROFILES_ACTIVE", "DJANGO_ENV", "SYMFONY_ENV", "MIX_ENV", "GO_ENV", "QUARKUS_PROFILE", "ODOO_STAGE", "RUNNING_ENV", "ENVIRONMENT",
    ];

    private static readonly HashSet<string> OpenDoors =
    [
        "SKIP_AUTH", "AUTH_SKIP", "DISABLE_AUTH", "AUTH_DISABLED", "NO_AUTH", "DISABLE_AUTHENTICATION", "ALLOW_EMPTY_PASSWORD",
        "ALLOW_ANONYMOUS_LOGIN", "GF_AUTH_ANONYMOUS_ENABLED", "DISABLE_SECURITY", "BYPASS_AUTH",
    ];

    private static readonly HashSet<string> Seeds =
    [
        "SEED", "SEED_DATA", "SEED_DATABASE", "SEED_DB", "RUN_SEEDS", "DB_SEED", "LOAD_FIXTURES", "DEMO_DATA", "LOAD_DEMO_DATA", "ODOO_LOAD_DEMO_DATA",
        "WITH_DEMO", "ODOO_WITH_DEMO", "LOAD_SAMPLE_DATA", "SAMPLE_DATA",
    ];

    private static readonly TextRule[] ArgumentRules =
    [
        new(TraefikOptions(), "opens Traefik's API and dashboard to everybody"),
        new(DebugOptions(), Debugging),
        new(DevelopmentServers(), "runs a server that is made for developers"),
        new(OpenOptions(), OpenDoor),
        new(SeedCommands(), Invented),
    ];

    private static readonly TextRule[] FileRules =
    [
        new(TraefikFile(), "opens Traefik's API and dashboard to everybody"),
        new(DebugFile(), Debugging),
    ];

    /// <summary>Each place once.</summary>
    public static IEnumerable<FoundSetting> In(Resource resource) =>
        Named(resource)
            .Concat(Images(resource))
            .Concat(Arguments(resource))
            .Concat(OdooOptionsIn(resource))
            .Concat(Files(resource))
            .DistinctBy(found => found.Place.Path);

    private static IEnumerable<FoundSetting> Named(Resource resource) => WrittenSettings.Named(resource)
        .Where(setting => WhyNamed(setting.Name, setting.Text.Trim()) is not null)
        .Select(setting => new FoundSetting(setting.Place, $"{setting.Name}={setting.Text.Trim()}", WhyNamed(setting.Name, setting.Text.Trim())!));

    private static string? WhyNamed(string written, string value)
    {
        string name = written.ToUpperInvariant().Replace('.', '_').Replace('-', '_');
        return (name == "DEBUG" || name.EndsWith("_DEBUG", StringComparison.Ordinal) || name is "DEBUG_MODE" or "PYTHONDEVMODE") && (IsOn(value) || value == "*") ? Debugging
            : (name is "LOGLEVEL" or "LOG_LEVEL" || name.EndsWith("_LOG_LEVEL", StringComparison.Ordinal) || name.EndsWith("_LOGLEVEL", StringComparison.Ordinal))
                && DebugLevel().IsMatch(value) ? Debugging
            : Stages.Contains(name) && DevelopmentStage().IsMatch(value) ? "runs in the mode for developers"
            : name is "ODOO_DEV" or "ODOO_DEV_MODE" or "DEV_MODE" && value.Length > 0 && !IsOff(value) ? "runs in the mode for developers"
            : name is "WITHOUT_DEMO" or "ODOO_WITHOUT_DEMO" && IsOff(value) ? Invented
            : OpenDoors.Contains(name) && IsOn(value) ? OpenDoor
            : name == "POSTGRES_HOST_AUTH_METHOD" && value == "trust" ? OpenDoor
            : Seeds.Contains(name) && IsOn(value) ? Invented
            : (name.Contains("SMTP", StringComparison.Ordinal) || name.Contains("MAIL", StringComparison.Ordinal)) && MailCatcher().IsMatch(value) ? "sends mail into a mail catcher, and to nobody"
            : null;
    }

    private static IEnumerable<FoundSetting> Images(Resource resource) => resource.Pods
        .SelectMany(pod => pod.Containers)
        .Select(container => (Place: container["image"], container.Image))
        .Where(one => one.Image is not null)
        .Select(one => (one.Place, Image: one.Image!, Why: WhyImage(one.Image!)))
        .Where(one => one.Why is not null)
        .Select(one => new FoundSetting(one.Place, one.Image.Text, one.Why!));

    private static string? WhyImage(ImageReference image) =>
        MailCatcher().IsMatch(image.Repository.Split('/')[^1]) ? "catches mail, so that it reaches nobody"
        : image.Repository.Split('/')[^1] is "localstack" or "localstack-pro" or "fake-gcs-server" or "azurite" ? "only pretends to keep data"
        : image.Tag is { } tag && DevelopmentTag().IsMatch(tag) ? "is a developers' build"
        : null;

    private static IEnumerable<FoundSetting> Arguments(Resource resource) => resource.Pods
        .SelectMany(pod => pod.Containers)
        .SelectMany(container => container["command"].Items.Concat(container["args"].Items))
        .SelectMany(item => ArgumentRules.Select(rule => rule.In(item.Text, item) ?? rule.AtStartOf(WithNext(item), item)).OfType<FoundSetting>().Take(1));

    /// <summary>With the items after it, such as <c>npm run dev</c>.</summary>
    private static string WithNext(Node item) =>
        string.Join(' ', item.Parent.Items.SkipWhile(other => other.Path != item.Path).Take(3).Select(other => other.Text));

    /// <summary>What Odoo is told on its command line; its file is judged where it is written.</summary>
    private static IEnumerable<FoundSetting> OdooOptionsIn(Resource resource) => resource.Pods
        .SelectMany(pod => pod.Containers)
        .Select(Kubernetes.OdooServers.Of)
        .OfType<OdooServer>()
        .SelectMany(server => OdooNames.Select(server.Setting))
        .Where(setting => setting.Source == OdooSource.CommandLine)
        .SelectMany(setting => OfOdoo(setting.Name, setting.Text, setting.Place));

    private static readonly string[] OdooNames = ["dev_mode", "log_level", "log_handler", "test_enable", "with_demo", "without_demo", "smtp_server"];

    private static IEnumerable<FoundSetting> Files(Resource resource) => resource is { Group: "", Kind: "ConfigMap" or "Secret" }
        ? WrittenSettings.Texts(resource).SelectMany(text => OdooOptions.ReadFile(text.Text) is { } settings
            ? settings.SelectMany(setting => OfOdoo(setting.Name, setting.Value, text.Place))
            : FileRules.Select(rule => rule.In(text.Text, text.Place)).OfType<FoundSetting>())
        : [];

    private static IEnumerable<FoundSetting> OfOdoo(string name, string value, Node place) => (name, value.ToLowerInvariant()) switch
    {
        ("dev_mode", not ("" or "false" or "none")) => [new(place, $"dev_mode = {value}", "runs Odoo in the mode for developers")],
        ("log_level", ['d', 'e', 'b', 'u', 'g', ..] or "notset" or "test") => [new(place, $"log_level = {value}", Debugging)],
        ("log_handler", var handlers) when handlers.Contains(":debug", StringComparison.Ordinal) => [new(place, $"log_handler = {value}", Debugging)],
        ("test_enable" or "test-enable", "true") => [new(place, $"test_enable = {value}", "runs tests, which write into the database")],
        ("with_demo", "true" or "1" or "yes") => [new(place, $"with_demo = {value}", Invented)],
        ("without_demo", "false") => [new(place, $"without_demo = {value}", Invented)],
        ("smtp_server", var host) when MailCatcher().IsMatch(host) => [new(place, $"smtp_server = {value}", "sends mail into a mail catcher, and to nobody")],
        _ => [],
    };

    private static bool IsOn(string text) => text.ToLowerInvariant() is "true" or "1" or "yes" or "on" or "all";

    private static bool IsOff(string text) => text.ToLowerInvariant() is "false" or "0" or "no" or "off" or "none";

    [GeneratedRegex(@"^[""']?(?:debug\w*|trace|verbose|silly|all|notset)[""']?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DebugLevel();

    [GeneratedRegex(@"(?:^|,)\s*(?:dev|devel|development|local|test|testing|debug|sandbox)\s*(?:,|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DevelopmentStage();

    [GeneratedRegex(@"^(?:[\w.\-]+@)?(?:smtps?://)?(?:mailhog|mailpit|maildev|mailcatcher|smtp4dev|inbucket|fake-?smtp(?:-server)?|greenmail|mailtrap|smtp\.mailtrap\.io|sandbox\.smtp\.mailtrap\.io)(?=[.:\-/]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MailCatcher();

    [GeneratedRegex(@"^(?:(?:.*[\-_.])?(?:dev|devel|develop|development|nightly|snapshot|debug|canary|unstable|wip|local)|master|main|trunk|edge|dev[\-_.].*|feature[\-_.].*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DevelopmentTag();

    [GeneratedRegex(@"(?<![\w\-])--?api\.(?:insecure|debug)(?!\w)(?!=false)(?:=true)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TraefikOptions();

    [GeneratedRegex(@"(?<![\w\-])--(?:log[._\-]?level|log\.level|logging[._\-]?level|verbosity)[= ](?:debug\w*|trace|all)\b|(?<![\w\-])--debug(?![\w\-])(?!=false)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DebugOptions();

    [GeneratedRegex(@"\bmanage\.py\s+runserver\b|\bflask\s+run\b|\b(?:npm|pnpm)\s+run\s+(?:dev|start:dev|develop)\b|\byarn\s+(?:run\s+)?dev\b|\bvault\s+server\s+-dev\b|^server\s+-dev\b|^start-dev$|\bkc\.sh\s+start-dev\b|\bwebpack-dev-server\b|\bnodemon\b|\bphp\s+artisan\s+serve\b|\buvicorn\b.*\s--reload\b|^--reload$|\bdebugpy\b|^-dev$", RegexOptions.CultureInvariant)]
    private static partial Regex DevelopmentServers();

    [GeneratedRegex(@"(?<![\w\-])--(?:skip-auth|no-auth|noauth|disable-auth|auth-disabled|disable-authentication|anonymous-auth|insecure-allow-any-token|dev-no-auth)(?![\w\-])(?!=false)(?:=true)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenOptions();

    [GeneratedRegex(@"\bdb:seed\b|\bnpm\s+run\s+seed\b|\bmanage\.py\s+(?:loaddata|seed)\b|\bseed[\w\-]*\.(?:py|js|ts|sql|sh)\b|(?<![\w\-])--seed(?:-data)?(?![\w\-])(?!=false)", RegexOptions.CultureInvariant)]
    private static partial Regex SeedCommands();

    [GeneratedRegex(@"(?:^|\n)api:[ \t]*\n(?:[ \t]+[^\n]*\n){0,50}?[ \t]+insecure:[ \t]*true\b|(?:^|\n)\[api\][ \t]*\n(?:[^\[\n]*\n){0,50}?[ \t]*insecure[ \t]*=[ \t]*true\b", RegexOptions.CultureInvariant)]
    private static partial Regex TraefikFile();

    [GeneratedRegex(@"(?:^|\n)log:[ \t]*\n(?:[ \t]+[^\n]*\n){0,50}?[ \t]+level:[ \t]*[""']?(?:DEBUG|TRACE)\b|(?:^|\n)\s*(?:DEBUG|debug)\s*[=:]\s*(?:True|true|1)\b|(?:^|\n)\s*(?:log[_-]?level)\s*[=:]\s*[""']?(?:debug|trace)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DebugFile();
}
