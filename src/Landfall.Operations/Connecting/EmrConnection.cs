namespace Landfall.Operations.Connecting;

/// <summary>Whether a service reaches an EMR cluster.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Cluster">The cluster's id.</param>
/// <param name="SecurityGroup">The security group of its primary node.</param>
/// <param name="Ports">The ports that are opened or closed.</param>
/// <param name="Open">True where the service reaches them then.</param>
/// <param name="Changed">True where something was done.</param>
/// <param name="DryRun">True where nothing was to be done.</param>
internal sealed record EmrConnection(
    string App, string Environment, string Service, string Cluster, string SecurityGroup, IReadOnlyList<int> Ports, bool Open, bool Changed, bool DryRun);
