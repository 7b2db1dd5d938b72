namespace Landfall.Hooks.Runtime;

/// <summary>What Lambda and the template tell the function by environment variables.</summary>
internal sealed record FunctionSettings
{
    /// <summary>The handler of the function that asks the load balancer.</summary>
    public const string Probe = "probe";

    /// <summary>The handler: what this function is.</summary>
    public required string Handler { get; init; }

    /// <summary>Host and port of Lambda's runtime API.</summary>
    public required string RuntimeApi { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>What the names of AWS's endpoints end in.</summary>
    public required string DnsSuffix { get; init; }

    /// <summary>An address in place of AWS's endpoints, or null.</summary>
    public required string? Endpoint { get; init; }

    /// <summary>The credentials' id.</summary>
    public required string AccessKey { get; init; }

    /// <summary>The credentials' secret.</summary>
    public required string SecretKey { get; init; }

    /// <summary>The credentials' session, or null.</summary>
    public required string? SessionToken { get; init; }

    /// <summary>The load balancer's name in metrics: <c>app/name/id</c>.</summary>
    public required string LoadBalancer { get; init; }

    /// <summary>The address of the listener that the new version has before it has traffic.</summary>
    public required string TestUrl { get; init; }

    /// <summary>The address that people open.</summary>
    public required string Url { get; init; }

    /// <summary>The function that asks the load balancer.</summary>
    public required string ProbeFunction { get; init; }

    /// <summary>The cluster that checks run in as tasks; empty where none does.</summary>
    public required string Cluster { get; init; }

    /// <summary>The subnets of such a task.</summary>
    public required IReadOnlyList<string> Subnets { get; init; }

    /// <summary>Its security groups.</summary>
    public required IReadOnlyList<string> SecurityGroups { get; init; }

    /// <summary>The log group that it writes to.</summary>
    public required string LogGroup { get; init; }

    /// <summary>Reads them.</summary>
    /// <returns>The settings.</returns>
    public static FunctionSettings FromEnvironment() => From(Environment.GetEnvironmentVariable);

    /// <summary>Reads them.</summary>
    /// <param name="variable">Gives a variable's value, or null.</param>
    /// <returns>The settings.</returns>
    public static FunctionSettings From(Func<string, string?> variable) => new()
    {
        Handler = variable("_HANDLER") ?? "",
        RuntimeApi = variable("AWS_LAMBDA_RUNTIME_API") ?? "",
        Region = variable("AWS_REGION") ?? "",
        DnsSuffix = variable("DNS_SUFFIX") ?? "amazonaws.com",
        Endpoint = variable("AWS_ENDPOINT_URL"),
        AccessKey = variable("AWS_ACCESS_KEY_ID") ?? "",
        SecretKey = variable("AWS_SECRET_ACCESS_KEY") ?? "",
        SessionToken = variable("AWS_SESSION_TOKEN"),
        LoadBalancer = variable("LOAD_BALANCER") ?? "",
        TestUrl = variable("TEST_URL") ?? "",
        Url = variable("URL") ?? "",
        ProbeFunction = variable("PROBE_FUNCTION") ?? "",
        Cluster = variable("CLUSTER") ?? "",
        Subnets = Listed(variable("SUBNETS")),
        SecurityGroups = Listed(variable("SECURITY_GROUPS")),
        LogGroup = variable("LOG_GROUP") ?? "",
    };

    private static string[] Listed(string? value) => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
