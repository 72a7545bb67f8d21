using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a Redis is told, by its operator, its command line, variables and files.</summary>
/// <param name="All">In the order in which they count: the last of a name wins.</param>
/// <param name="Source">Where one would tell it something: the file, the arguments, the operator's object.</param>
/// <param name="Unread">The place that names a file which git does not hold; null when all is known.</param>
/// <param name="Files">What its pods see of files that git holds.</param>
internal sealed partial record RedisSettings(
    ImmutableArray<ServerSetting> All, Node Source, Node? Unread, ImmutableArray<MountedFile> Files)
{
    private static readonly string[] OpstreeFields = ["redisConfig", "redisLeader.redisConfig", "redisFollower.redisConfig"];

    public ServerSetting? this[string name] => All.LastOrDefault(setting => setting.Name == name);

    public MountedFile? File(string path) =>
        Files.FirstOrDefault(file => file.Path == path) ?? Files.FirstOrDefault(file => file.Name == path.Split('/')[^1]);

    public static RedisSettings Of(RedisInstance redis) => redis.Operator switch
    {
        RedisOperator.Opstree => OfOpstree(redis),
        RedisOperator.Spotahome => OfSpotahome(redis),
        RedisOperator.Dragonfly => OfDragonfly(redis),
        _ => OfWorkload(redis.Resource.Pods[0]),
    };

    /// <summary>
    /// With certificates the image takes TLS only
    /// (https://github.com/OT-CONTAINER-KIT/redis-operator/blob/main/internal/agent/bootstrap/redis/config.go).
    /// </summary>
    private static RedisSettings OfOpstree(RedisInstance redis)
    {
        Node spec = redis["spec"];
        Node secret = spec["kubernetesConfig.redisSecret"];
        Node acl = new[] { spec["acl.secret"], spec["acl.persistentVolumeClaim"] }.FirstOrDefault(place => place.Exists, spec["acl"]);
        Node[] additional = [.. OpstreeFields.Select(path => spec[path])];
        IEnumerable<KeptText> files = additional
            .Where(config => config["additionalRedisConfig"].IsScalar)
            .SelectMany(config => KeptTexts.OfConfigMap(redis.Environment, redis.Namespace, config["additionalRedisConfig"].Text) ?? []);
        IEnumerable<MountedFile> users = (KeptTexts.OfSecret(redis.Environment, redis.Namespace, acl["secretName"].Text) ?? [])
            .Select(key => new MountedFile(acl.Path, key.Text, key.Place, IsSecret: true));
        return new(
            [
                .. spec["TLS.secret"].Exists ? TlsOnly(spec["TLS"]) : [],
                .. secret["name"].Exists ? [new ServerSetting("requirepass", secret["name"].Text, secret)] : Array.Empty<ServerSetting>(),
                .. acl.Exists ? [new ServerSetting("aclfile", acl.Path, acl)] : Array.Empty<ServerSetting>(),
                .. files.SelectMany(file => Lines(file.Known, file.Place)),
                .. additional.SelectMany(config => config["dynamicConfig"].Items).SelectMany(line => Lines(line.Text, line)),
            ],
            spec["TLS"], Unread: null, [.. users]);
    }

    /// <summary>https://github.com/spotahome/redis-operator#enabling-redis-auth, #custom-configurations</summary>
    private static RedisSettings OfSpotahome(RedisInstance redis)
    {
        Node secret = redis["spec.auth.secretPath"];
        return new(
            [
                .. secret.Text.Length > 0 ? [new ServerSetting("requirepass", secret.Text, secret)] : Array.Empty<ServerSetting>(),
                .. redis["spec.redis.customConfig"].Items.SelectMany(line => Lines(line.Text, line)),
            ],
            redis["spec.redis.customConfig"], Unread: null, []);
    }

    /// <summary>https://www.dragonflydb.io/docs/managing-dragonfly/operator/server-tls, …/authentication</summary>
    private static RedisSettings OfDragonfly(RedisInstance redis)
    {
        Node tls = redis["spec.tlsSecretRef"];
        Node password = redis["spec.authentication.passwordFromSecret"];
        return new(
            [
                .. CommandLine.Options(redis["spec.args"].Items.Select(item => (item.Text, item))).SelectMany(OfDragonfly),
                .. tls.Exists ? TlsOnly(tls) : [],
                .. password.Exists ? [new ServerSetting("requirepass", password["name"].Text, password)] : Array.Empty<ServerSetting>(),
            ],
            tls, Unread: null, []);
    }

    /// <summary>Its port takes TLS only once <c>tls</c> is on: https://www.dragonflydb.io/docs/managing-dragonfly/using-tls.</summary>
    private static IEnumerable<ServerSetting> OfDragonfly(ServerSetting option) =>
        option is { Name: "tls", Value: not "false" } ? TlsOnly(option.Place) : [option];

    private static IEnumerable<ServerSetting> TlsOnly(Node place) => [new("port", "0", place), new("tls-port", "6379", place)];

    private static RedisSettings OfWorkload(PodTemplate pod)
    {
        Container server = pod.Containers.First(RedisInstances.IsServer);
        ImmutableArray<MountedFile> files = [.. MountedFiles.ReadableIn(server), .. MountedFiles.ReadableIn(pod)];
        RedisSettings nothing = new([], server["args"].Exists ? server["args"] : server["command"], Unread: null, files);
        (string Text, Node Place)[] words = [.. CommandLine.Words(server)];
        MountedFile? script = words.Select(word => files.FirstOrDefault(file => file.Path == word.Text)).FirstOrDefault(file => file?.Name.EndsWith(".sh", StringComparison.Ordinal) == true);
        words = [.. words, .. script is null ? [] : CommandLine.Words(script.Known).Select(word => (word, script.Place))];
        bool isDragonfly = server.Image?.Repository.EndsWith("dragonfly", StringComparison.Ordinal) == true;
        RedisSettings read = words.Where(word => ConfigurationFile().IsMatch(word.Text)).Aggregate(nothing, (sofar, word) => sofar.WithFile(word.Text, word.Place, 4));
        return read with
        {
            All =
            [
                .. read.All,
                .. words.Select(word => word.Place).Distinct().SelectMany(Written),
                .. RedisVariables.Of(server),
                .. CommandLine.Options(words).SelectMany(option => isDragonfly ? OfDragonfly(option) : [option]),
            ],
        };
    }

    /// <summary>What a script writes into a configuration before it starts the server, line by line.</summary>
    private static IEnumerable<ServerSetting> Written(Node script) =>
        Lines(script.Text, script).Where(line => script.Text.Contains('\n', StringComparison.Ordinal) && IsOfConcern(line.Name));

    private static bool IsOfConcern(string directive) => directive is "port" or "tls-port" or "requirepass" or "aclfile";

    /// <summary>The file and those that it includes, where git holds them.</summary>
    private RedisSettings WithFile(string path, Node place, int depth)
    {
        if (File(path) is not { } file)
        {
            return this with { Unread = place };
        }

        ServerSetting[] lines = [.. Lines(file.Known, file.Place)];
        RedisSettings read = this with { All = [.. All, .. lines], Source = file.Place };
        return depth == 0
            ? read
            : lines.Where(line => line.Name == "include").Aggregate(read, (sofar, line) => sofar.WithFile(line.Value, line.Place, depth - 1));
    }

    /// <summary>https://redis.io/docs/latest/operate/oss_and_stack/management/config/</summary>
    private static IEnumerable<ServerSetting> Lines(string text, Node place) =>
        text.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => Directive().Match(line))
            .Where(match => match.Success)
            .Select(match => new ServerSetting(
                match.Groups["name"].Value.ToLowerInvariant(), match.Groups["value"].Value.Trim().Trim('"', '\''), place));

    [GeneratedRegex(@"^(?<name>[A-Za-z][\w-]*)\s+(?<value>.*)$")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^[^-\s=][^\s=]*\.conf$")]
    private static partial Regex ConfigurationFile();
}
