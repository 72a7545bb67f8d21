using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The pods of a PostgreSQL, by the labels that its operator gives them.</summary>
internal static class PostgresPods
{
    private static readonly string[] CloudNativePGRoles = ["primary", "replica"];
    private static readonly string[] SpiloRoles = ["master", "replica"];
    private static readonly string[] CrunchyRoles = ["master", "primary", "replica"];

    public static IEnumerable<PodGroup> Of(PostgresCluster cluster) => cluster.Operator switch
    {
        PostgresOperator.CloudNativePG => OfCloudNativePG(cluster),
        PostgresOperator.Zalando => OfZalando(cluster),
        PostgresOperator.Crunchy => OfCrunchy(cluster),
        _ => PodGroup.Of("instances", cluster.Resource),
    };

    /// <summary>https://cloudnative-pg.io/documentation/current/labels_annotations/</summary>
    private static IEnumerable<PodGroup> OfCloudNativePG(PostgresCluster cluster) =>
        CloudNativePGRoles
            .Select(role => PodGroup.Made(
                "instances",
                cluster["spec.inheritedMetadata.labels"],
                ("cnpg.io/cluster", cluster.Name),
                ("postgresql", cluster.Name),
                ("cnpg.io/podRole", "instance"),
                ("cnpg.io/instanceRole", role),
                ("role", role),
                ("app.kubernetes.io/name", "postgresql"),
                ("app.kubernetes.io/instance", cluster.Name),
                ("app.kubernetes.io/component", "database"),
                ("app.kubernetes.io/managed-by", "cloudnative-pg")))
            .Concat(cluster.Poolers.Select(pooler => OfPooler(pooler, cluster)));

    private static PodGroup OfPooler(Resource pooler, PostgresCluster cluster)
    {
        PodGroup pods = PodGroup.Made(
            $"pooler {pooler.Name}",
            pooler["spec.template.metadata.labels"],
            ("cnpg.io/poolerName", pooler.Name),
            ("cnpg.io/podRole", "pooler"),
            ("cnpg.io/cluster", cluster.Name));
        return pods with { Template = pooler.Pods.FirstOrDefault() };
    }

    /// <summary>https://github.com/zalando/postgres-operator/blob/master/docs/reference/operator_parameters.md#kubernetes-resources</summary>
    private static IEnumerable<PodGroup> OfZalando(PostgresCluster cluster) =>
        SpiloRoles
            .Select(role => PodGroup.Made(
                "instances",
                cluster["metadata.labels"],
                ("application", "spilo"),
                ("cluster-name", cluster.Name),
                ("spilo-role", role),
                ("team", cluster["spec.teamId"].Text)))
            .Concat(ZalandoPoolers(cluster).Select(pooler => PodGroup.Made(
                $"pooler {pooler}",
                cluster["metadata.labels"],
                ("application", "db-connection-pooler"),
                ("connection-pooler", pooler),
                ("cluster-name", cluster.Name))));

    private static IEnumerable<string> ZalandoPoolers(PostgresCluster cluster)
    {
        if (cluster["spec.enableConnectionPooler"].IsTrue || cluster["spec.connectionPooler"].Exists)
        {
            yield return $"{cluster.Name}-pooler";
        }

        if (cluster["spec.enableReplicaConnectionPooler"].IsTrue)
        {
            yield return $"{cluster.Name}-pooler-repl";
        }
    }

    /// <summary>https://access.crunchydata.com/documentation/postgres-operator/latest/architecture/overview</summary>
    private static IEnumerable<PodGroup> OfCrunchy(PostgresCluster cluster)
    {
        const string Prefix = "postgres-operator.crunchydata.com";
        return cluster["spec.instances"].Items
            .SelectMany(set => CrunchyRoles.Select(role => PodGroup.Made(
                "instances",
                set["metadata.labels"],
                ($"{Prefix}/cluster", cluster.Name),
                ($"{Prefix}/data", "postgres"),
                ($"{Prefix}/instance-set", set["name"].Text),
                ($"{Prefix}/role", role))))
            .Concat(cluster["spec.proxy.pgBouncer"].Exists
                ? [PodGroup.Made(
                    "pgBouncer",
                    cluster["spec.proxy.pgBouncer.metadata.labels"],
                    ($"{Prefix}/cluster", cluster.Name),
                    ($"{Prefix}/role", "pgbouncer"))]
                : []);
    }
}

/// <summary>What the operators of PostgreSQL can open to the outside.</summary>
internal static class PostgresExposures
{
    private static readonly string[] ZalandoSwitches =
    [
        "MasterLoadBalancer", "ReplicaLoadBalancer", "MasterPoolerLoadBalancer", "ReplicaPoolerLoadBalancer",
        "MasterNodePort", "ReplicaNodePort", "MasterPoolerNodePort", "ReplicaPoolerNodePort",
    ];

    /// <summary>Of Crunchy's operator, and of Percona's.</summary>
    private static readonly string[] CrunchyTypes =
    [
        "spec.service.type", "spec.replicaService.type", "spec.proxy.pgBouncer.service.type",
        "spec.expose.type", "spec.exposeReplicas.type", "spec.proxy.pgBouncer.expose.type",
    ];

    public static IEnumerable<Exposure> Of(PostgresCluster cluster) => cluster.Operator switch
    {
        // https://cloudnative-pg.io/documentation/current/service_management/,
        // https://cloudnative-pg.io/documentation/current/connection_pooling/
        PostgresOperator.CloudNativePG => OfTypes(
            FieldPlaces.At(cluster.Node, "spec.managed.services.additional[].serviceTemplate.spec.type")
                .Concat(cluster.Poolers.Select(pooler => pooler["spec.serviceTemplate.spec.type"]))),

        // https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/basic-setup/connect-cluster
        PostgresOperator.Crunchy => OfTypes(CrunchyTypes.Select(path => cluster[path])),
        PostgresOperator.Zalando => ZalandoSwitches.Select(name => OfSwitch(cluster, name)).OfType<Exposure>(),
        _ => [],
    };

    private static IEnumerable<Exposure> OfTypes(IEnumerable<Node> types) =>
        types.Select(type => StoreExposures.OfType(type, "the Service that the operator makes")).OfType<Exposure>();

    /// <summary>
    /// The cluster's own word, else the operator's.
    /// See https://github.com/zalando/postgres-operator/blob/master/docs/reference/operator_parameters.md#load-balancer-related-options.
    /// </summary>
    private static Exposure? OfSwitch(PostgresCluster cluster, string name)
    {
        Node own = cluster["spec"].Field($"enable{name}");
        Node place = own.Exists ? own : ZalandoOperator.Setting(cluster, "load_balancer", SnakeCase($"enable{name}")) ?? own;
        return ZalandoOperator.IsOn(place)
            ? new(place, $"{place.Name} makes a Service that is open to the outside", own.Exists ? false : null)
            : null;
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}"));
}

/// <summary>What the configuration of Zalando's operator says for all its clusters, where git holds it.</summary>
internal static class ZalandoOperator
{
    /// <summary>
    /// From the OperatorConfiguration, or from the ConfigMap of older installations; null when neither says it.
    /// See https://github.com/zalando/postgres-operator/blob/master/docs/reference/operator_parameters.md.
    /// </summary>
    public static Node? Setting(PostgresCluster cluster, string section, string name) =>
        cluster.Estate.OnClusterOf(cluster.Environment)
            .SelectMany(environment => environment.OfKind("OperatorConfiguration")
                .Select(configuration => configuration["configuration"].Field(section).Field(name))
                .Concat(environment.OfKind("ConfigMap").Where(IsOperators).Select(map => map["data"].Field(name))))
            .FirstOrDefault(place => place.Exists);

    /// <summary>In the ConfigMap everything is text.</summary>
    public static bool IsOn(Node place) => place.Text.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static bool IsOperators(Resource configMap) =>
        configMap.Name == "postgres-operator" || configMap["data.pod_service_account_name"].Exists || configMap["data.cluster_name_label"].Exists;
}
