using System.Net;
using System.Net.Sockets;
using Landfall.Config;

namespace Landfall.Operations.LocalRun;

/// <summary>Gives containers ports of this machine: the wanted one, or the next that nothing has.</summary>
/// <param name="also">Another address on which the port has to be free; null for the loopback interface alone.</param>
/// <param name="say">Gets a line for a person about a port that is taken.</param>
internal sealed class LocalPorts(IPAddress? also, Action<string> say)
{
    private const int Tries = 200;

    private readonly HashSet<int> _given = [];

    /// <summary>Gives one.</summary>
    /// <param name="name">Whose it is.</param>
    /// <param name="wanted">The wanted one.</param>
    /// <returns>The port.</returns>
    /// <exception cref="LandfallException">None is free.</exception>
    public int Give(string name, int wanted)
    {
        for (var port = wanted; port < wanted + Tries && port <= IPEndPoint.MaxPort; port++)
        {
            if (_given.Contains(port) || !IsFree(IPAddress.Loopback, port) || (also is not null && !IsFree(also, port)))
                continue;
            if (port != wanted)
                say($"Port {wanted} is taken{(_given.Contains(wanted) ? " by another of these containers" : PortOwner.Of(wanted) is { } owner ? $" by {owner}" : "")}: '{name}' gets {port}.");
            _given.Add(port);
            return port;
        }

        throw new LandfallException(ErrorCodes.LocalPortTaken, $"No port from {wanted} on is free on 127.0.0.1 for '{name}'{(PortOwner.Of(wanted) is { } taker ? $"; {wanted} is taken by {taker}" : "")}. Stop what listens there.");
    }

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = Relay.Listener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
