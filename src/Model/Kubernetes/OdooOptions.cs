using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// How Odoo's settings are spelled on its command line, in its file and in variables.
/// See https://www.odoo.com/documentation/18.0/developer/reference/cli.html and
/// https://github.com/odoo/odoo/blob/19.0/odoo/tools/config.py.
/// </summary>
internal static partial class OdooOptions
{
    /// <summary>Spellings that are not the setting's own name.</summary>
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["-c"] = "config",
        ["-d"] = "db_name",
        ["--database"] = "db_name",
        ["-r"] = "db_user",
        ["-w"] = "db_password",
        ["-i"] = "init",
        ["-u"] = "update",
        ["-p"] = "http_port",
        ["-D"] = "data_dir",
        ["--db-filter"] = "dbfilter",
        ["--dev"] = "dev_mode",
        ["--smtp"] = "smtp_server",
        ["--load"] = "server_wide_modules",
        ["--xmlrpc-port"] = "http_port",
        ["--longpolling-port"] = "gevent_port",
    };

    /// <summary>Options that stand alone.</summary>
    private static readonly Dictionary<string, (string Name, string Value)> Switches = new(StringComparer.Ordinal)
    {
        ["--no-database-list"] = ("list_db", "False"),
        ["--proxy-mode"] = ("proxy_mode", "True"),
        ["--with-demo"] = ("with_demo", "True"),
        ["--no-http"] = ("http_enable", "False"),
        ["--no-xmlrpc"] = ("http_enable", "False"),
        ["--stop-after-init"] = ("stop_after_init", "True"),
        ["--test-enable"] = ("test_enable", "True"),
        ["--syslog"] = ("syslog", "True"),
        ["--log-web"] = ("log_handler", "odoo.http:DEBUG"),
        ["--log-sql"] = ("log_handler", "odoo.sql_db:DEBUG"),
        ["--log-request"] = ("log_handler", "odoo.http.rpc.request:DEBUG"),
        ["--log-response"] = ("log_handler", "odoo.http.rpc.response:DEBUG"),
        ["--unaccent"] = ("unaccent", "True"),
        ["--smtp-ssl"] = ("smtp_ssl", "True"),
        ["--save"] = ("save", "True"),
        ["-s"] = ("save", "True"),
    };

    /// <summary>What Odoo does without the setting; the same from 14 to 19 but for demo data.</summary>
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["list_db"] = "True",
        ["proxy_mode"] = "False",
        ["workers"] = "0",
        ["max_cron_threads"] = "2",
        ["limit_memory_hard"] = "2684354560",
        ["db_maxconn"] = "64",
        ["db_sslmode"] = "prefer",
        ["log_level"] = "info",
        ["http_enable"] = "True",
        ["admin_passwd"] = "admin",
        ["without_demo"] = "False",
        ["with_demo"] = "False",
    };

    /// <summary>
    /// Variables with names of their own. <c>PG…</c>: libpq, and Odoo from 19 on. <c>ODOO_DATABASE_…</c>,
    /// <c>ODOO_PASSWORD</c>: https://github.com/bitnami/containers/tree/main/bitnami/odoo. The others: images of
    /// https://github.com/Tecnativa/doodba and https://github.com/camptocamp/docker-odoo-project, and those built alike.
    /// </summary>
    private static readonly Dictionary<string, string[]> Variables = new(StringComparer.Ordinal)
    {
        ["db_host"] = ["PGHOST", "ODOO_DATABASE_HOST", "POSTGRES_HOST"],
        ["db_port"] = ["PGPORT", "ODOO_DATABASE_PORT_NUMBER"],
        ["db_sslmode"] = ["PGSSLMODE"],
        ["db_name"] = ["PGDATABASE", "ODOO_DATABASE_NAME", "DATABASE", "ODOO_DATABASE"],
        ["dbfilter"] = ["DB_FILTER", "ODOO_DB_FILTER", "ODOO_DATABASE_FILTER", "DATABASE_FILTER"],
        ["dev_mode"] = ["ODOO_DEV"],
        ["admin_passwd"] = ["ADMIN_PASSWORD", "ODOO_ADMIN_PASSWORD", "MASTER_PASSWORD", "ODOO_MASTER_PASSWORD", "ODOO_PASSWORD"],
        ["with_demo"] = ["ODOO_LOAD_DEMO_DATA", "LOAD_DEMO_DATA"],
    };

    /// <summary>https://github.com/odoo/docker/blob/master/18.0/entrypoint.sh: it puts these on the command line.</summary>
    private static readonly Dictionary<string, string> OfficialVariables = new(StringComparer.Ordinal)
    {
        ["db_host"] = "HOST",
        ["db_port"] = "PORT",
        ["db_user"] = "USER",
        ["db_password"] = "PASSWORD",
    };

    public static string DefaultOf(string name) => Defaults.GetValueOrDefault(name, "");

    /// <summary>The variables that may hold a setting, for images of others, and for Odoo itself from 19 on.</summary>
    public static IEnumerable<string> VariablesOf(string name) =>
        [$"ODOO_{name.ToUpperInvariant()}", name.ToUpperInvariant(), .. Variables.GetValueOrDefault(name, []), .. OfficialVariablesOf(name)];

    /// <summary>Those that the official image knows, whatever the version; libpq's where Odoo leaves it to libpq.</summary>
    public static IEnumerable<string> OfficialVariablesOf(string name) =>
        Variables.GetValueOrDefault(name, []).Where(variable => name is "db_host" or "db_port" && variable.StartsWith("PG", StringComparison.Ordinal))
            .Concat(OfficialVariables.TryGetValue(name, out string? own) ? [own] : []);

    /// <summary>What the words after <c>odoo</c> set; the last of each counts.</summary>
    public static IEnumerable<(string Name, string Value, CommandWord Word)> Read(ImmutableArray<CommandWord> words)
    {
        for (int index = 0; index < words.Length; index++)
        {
            CommandWord word = words[index];
            string? next = index + 1 < words.Length && !words[index + 1].Text.StartsWith('-') ? words[index + 1].Text : null;
            int sign = word.Text.IndexOf('=', StringComparison.Ordinal);
            if (Switches.TryGetValue(Plain(word.Text), out (string Name, string Value) alone))
            {
                yield return (alone.Name, alone.Value, word);
            }
            else if (word.Text.StartsWith("--", StringComparison.Ordinal))
            {
                yield return sign > 0
                    ? (NameOf(word.Text[..sign]), word.Text[(sign + 1)..], word)
                    : (NameOf(word.Text), next ?? "True", word);
            }
            else if (word.Text is ['-', var letter, ..] && char.IsAsciiLetter(letter) && Spellings.TryGetValue(word.Text[..2], out string? name))
            {
                yield return (name, word.Text.Length > 2 ? word.Text[2..].TrimStart('=') : next ?? "", word);
            }
        }
    }

    /// <summary>
    /// The settings of a file: its section <c>options</c>, as Python's configparser reads it. Null for a text that has
    /// none.
    /// </summary>
    public static IEnumerable<(string Name, string Value)>? ReadFile(string text)
    {
        string section = "";
        bool hasOptions = false;
        List<(string Name, string Value)> settings = [];
        foreach (string line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line.TrimStart() is not ['#' or ';', ..]))
        {
            if (line is ['[', .. var name, ']'])
            {
                section = name;
                hasOptions |= section == "options";
            }
            else if (section == "options" && Setting().Match(line) is { Success: true } setting)
            {
                settings.Add((setting.Groups["name"].Value.ToLowerInvariant(), setting.Groups["value"].Value.Trim()));
            }
        }

        return hasOptions ? settings : null;
    }

    /// <summary>The text with the setting changed in the section that Odoo reads, or put at its beginning.</summary>
    public static string Changed(string text, string name, string value)
    {
        List<string> lines = [.. text.Split('\n')];
        int start = lines.FindIndex(line => line.TrimEnd() == "[options]") + 1;
        int end = lines.FindIndex(start, line => line.StartsWith('[')) is >= 0 and int next ? next : lines.Count;
        int at = lines.FindLastIndex(end - 1, end - start, line => Names(line, name));
        if (at >= 0)
        {
            lines[at] = $"{name} = {value}";
        }
        else
        {
            lines.Insert(start, $"{name} = {value}");
        }

        return string.Join('\n', lines);
    }

    private static bool Names(string line, string setting) =>
        Setting().Match(line) is { Success: true } match && string.Equals(match.Groups["name"].Value, setting, StringComparison.OrdinalIgnoreCase);

    /// <summary>The option that sets it so, where one word does.</summary>
    public static string? Written(string name, string value) =>
        Switches.FirstOrDefault(option => option.Value == (name, value)).Key ?? (name == "without_demo" ? $"--without-demo={value}" : null);

    private static string NameOf(string option) =>
        Spellings.TryGetValue(Plain(option), out string? name) ? name : option[2..].Replace('-', '_');

    private static string Plain(string option) => option.StartsWith("--", StringComparison.Ordinal) ? option.Replace('_', '-') : option;

    [GeneratedRegex(@"^(?<name>[A-Za-z_][\w.]*)\s*[=:](?<value>.*)$")]
    private static partial Regex Setting();
}
