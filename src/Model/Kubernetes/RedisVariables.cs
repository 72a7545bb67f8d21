namespace PolicyGate.Model.Kubernetes;

/// <summary>What images of Redis take from their variables. The official image takes none but arguments.</summary>
internal static class RedisVariables
{
    private static readonly string[] Prefixes = ["REDIS_", "VALKEY_", "KEYDB_"];

    /// <summary>Variables that only the images of Bitnami know; a mirror may have given the image another name.</summary>
    private static readonly string[] SignsOfBitnami =
        ["ALLOW_EMPTY_PASSWORD", "REDIS_REPLICATION_MODE", "REDIS_TLS_ENABLED", "VALKEY_REPLICATION_MODE", "VALKEY_TLS_ENABLED", "BITNAMI_DEBUG"];

    public static IEnumerable<ServerSetting> Of(Container server)
    {
        ContainerVariable[] variables = [.. server.Variables.Values];
        bool isBitnami = server["image"].Text.Contains("bitnami", StringComparison.Ordinal)
            || server["volumeMounts"].Items.Any(mount => mount["mountPath"].Text.Contains("/bitnami", StringComparison.Ordinal))
            || variables.Any(variable => SignsOfBitnami.Contains(variable.Name, StringComparer.Ordinal));
        return variables.SelectMany(Arguments).Concat(isBitnami ? Bitnami(variables) : []);
    }

    /// <summary>
    /// Arguments in variables (https://redis.io/docs/latest/operate/oss_and_stack/install/install-stack/docker/,
    /// https://hub.docker.com/r/valkey/valkey), and Dragonfly's flags (https://www.dragonflydb.io/docs/managing-dragonfly/flags).
    /// </summary>
    private static IEnumerable<ServerSetting> Arguments(ContainerVariable variable) => variable.Name switch
    {
        "REDIS_ARGS" or "REDIS_EXTRA_FLAGS" or "VALKEY_EXTRA_FLAGS" =>
            CommandLine.Options(CommandLine.Words(variable.Known).Select(word => (word, variable.Place))),
        "DFLY_requirepass" or "DFLY_PASSWORD" when HasValue(variable) => [new("requirepass", Shown(variable), variable.Place)],
        _ => [],
    };

    /// <summary>https://github.com/bitnami/containers/tree/main/bitnami/redis#environment-variables</summary>
    private static IEnumerable<ServerSetting> Bitnami(ContainerVariable[] variables)
    {
        ContainerVariable? Named(params string[] names) => variables.FirstOrDefault(variable =>
            Prefixes.Any(prefix => names.Any(name => variable.Name == prefix + name)));

        if (Named("PASSWORD", "PASSWORD_FILE", "MASTER_PASSWORD_FILE") is { } password && HasValue(password))
        {
            yield return new("requirepass", Shown(password), password.Place);
        }

        if (Named("ACLFILE") is { } users && HasValue(users))
        {
            yield return new("aclfile", users.Known, users.Place);
        }

        if (Named("TLS_ENABLED") is { Text: "yes" or "true" } tls)
        {
            string plain = Named("PORT_NUMBER")?.Text ?? "6379";
            string secured = Named("TLS_PORT_NUMBER", "TLS_PORT")?.Text ?? "6379";
            yield return new("port", plain == secured ? "0" : plain, Named("PORT_NUMBER")?.Place ?? tls.Place);
            yield return new("tls-port", secured, tls.Place);
        }
    }

    private static bool HasValue(ContainerVariable variable) => variable.IsElsewhere || variable.Known.Length > 0;

    private static string Shown(ContainerVariable variable) => variable.IsElsewhere ? variable.Name : variable.Known;
}
