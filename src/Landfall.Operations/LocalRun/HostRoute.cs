using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Landfall.Config;

namespace Landfall.Operations.LocalRun;

/// <summary>
/// How containers reach what listens on this machine's loopback interface, which nobody else is to reach: the local AWS, and
/// the ports of the other containers.
/// </summary>
/// <param name="Host">What containers call this machine.</param>
/// <param name="Listen">The address of this machine that this is, on which a relay has to listen; null where the engine leads it to the loopback interface.</param>
/// <param name="Peers">The containers' addresses; null where they come as this machine itself.</param>
internal sealed record HostRoute(string Host, IPAddress? Listen, IPNetwork? Peers)
{
    /// <summary>Finds the way.</summary>
    /// <param name="engine">The engine's name.</param>
    /// <param name="network">What the engine says of the containers' network.</param>
    /// <returns>The way.</returns>
    /// <exception cref="LandfallException">There is none.</exception>
    public static HostRoute Find(string engine, JsonNode network) =>
        Find(engine, network, OperatingSystem.IsLinux(), Environment.IsPrivilegedProcess, Own());

    /// <summary>Finds the way.</summary>
    /// <param name="engine">The engine's name.</param>
    /// <param name="network">What the engine says of the containers' network.</param>
    /// <param name="linux">True on Linux, where containers need no virtual machine.</param>
    /// <param name="rights">True where the engine runs with all rights because this process does.</param>
    /// <param name="own">This machine's addresses, those first that lead outside.</param>
    /// <returns>The way.</returns>
    /// <exception cref="LandfallException">There is none.</exception>
    internal static HostRoute Find(string engine, JsonNode network, bool linux, bool rights, IReadOnlyList<IPAddress> own)
    {
        // Docker Desktop, podman's machine and finch's are virtual machines whose host's name leads to its loopback interface: Docker
        // documentation, "Networking on Docker Desktop": "containers can connect to services on the host … host.docker.internal".
        var name = engine == "podman" ? "host.containers.internal" : "host.docker.internal";
        if (!linux)
            return new HostRoute(name, null, null);

        // With rights, the network's gateway is an address of this machine, on an interface that only the network has. By address: the
        // SDKs put a bucket's name before a host's name, and into the path where the host is an address. Podman gives this machine the
        // address with the first container, docker with the network.
        if (AddressOf(network, "gateway") is { } gateway && (rights || own.Contains(gateway)))
            return new HostRoute(gateway.ToString(), gateway, SubnetOf(network));

        // Without rights, or with a virtual machine, a process of this user's carries the containers' connections: they come from
        // this machine's own address. Podman gives that a name, since its networks may have the same address inside.
        var outward = own.FirstOrDefault(address => !IPAddress.IsLoopback(address)) ?? throw new LandfallException(
            ErrorCodes.LocalRouteMissing, "Containers without rights reach this machine by an address of its network, and it has none but the loopback one. Join a network, or run the container engine with rights.");
        return new HostRoute(engine == "podman" ? name : outward.ToString(), outward, null);
    }

    /// <summary>Tells whether a connection comes from a container, or from this machine.</summary>
    /// <param name="peer">Where it comes from.</param>
    /// <returns>False for anybody else.</returns>
    public bool Takes(IPAddress peer) => peer.Equals(Listen) || IPAddress.IsLoopback(peer) || Peers?.Contains(peer) == true;

    private static List<IPAddress> Own() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(one => one.OperationalStatus != OperationalStatus.Down)
            .Select(one => one.GetIPProperties())
            .OrderBy(one => one.GatewayAddresses.Count == 0)
            .SelectMany(one => one.UnicastAddresses)
            .Select(one => one.Address)
            .Where(one => one.AddressFamily == AddressFamily.InterNetwork),
    ];

    private static IPAddress? AddressOf(JsonNode network, string name) =>
        Values(network, name).Select(text => IPAddress.TryParse(text, out var address) ? address : null).FirstOrDefault(address => address?.AddressFamily == AddressFamily.InterNetwork);

    private static IPNetwork? SubnetOf(JsonNode network) => Values(network, "subnet")
        .Select(text => IPNetwork.TryParse(text, out var subnet) && subnet.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? subnet : (IPNetwork?)null)
        .FirstOrDefault(subnet => subnet is not null);

    /// <summary>Docker writes <c>IPAM.Config[].Gateway</c>, podman <c>subnets[].gateway</c>.</summary>
    private static IEnumerable<string> Values(JsonNode? node, string name) => node switch
    {
        JsonObject map => map.SelectMany(entry => string.Equals(entry.Key, name, StringComparison.OrdinalIgnoreCase) && entry.Value is JsonValue value && value.TryGetValue<string>(out var text)
            ? [text]
            : Values(entry.Value, name)),
        JsonArray list => list.SelectMany(entry => Values(entry, name)),
        _ => [],
    };
}
