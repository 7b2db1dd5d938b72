namespace Landfall.Kubernetes.Tests.Diagnosis;

/// <summary>What one system's names and numbers are, so that no rule can hang on those of another.</summary>
/// <param name="Space">Its namespace.</param>
/// <param name="Front">What users call.</param>
/// <param name="Middle">What the front calls.</param>
/// <param name="Store">Its database, which the middle uses.</param>
/// <param name="Label">The label by which services select.</param>
/// <param name="Registry">Where its images are from.</param>
/// <param name="Port">The port of front and middle.</param>
/// <param name="Probe">How probes ask: <c>http</c>, <c>grpc</c> or <c>tcp</c>.</param>
/// <param name="Nodes">The names of its nodes, the control plane first.</param>
internal sealed record Clothing(string Space, string Front, string Middle, string Store, string Label, string Registry, int Port, string Probe, IReadOnlyList<string> Nodes)
{
    public static IReadOnlyList<Clothing> All { get; } =
    [
        new("shop", "storefront", "basket", "basket-mysql", "app", "registry.example.com/shop", 8080, "grpc", ["master", "worker-a", "worker-b"]),
        new("rail", "ts-ui-dashboard", "ts-seat-service", "tsdb-mysql", "app.kubernetes.io/name", "ghcr.example.io/rail", 18898, "tcp", ["cp-0", "node-1", "node-2"]),
        new("books", "productpage-v1", "reviews-v2", "ratings-db", "component", "books", 9080, "http", ["ip-10-0-0-1", "ip-10-0-1-7", "ip-10-0-2-9"]),
    ];

    public override string ToString() => Space;
}
