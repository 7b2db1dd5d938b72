using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Landfall.Operations.Doctor;

/// <summary>Asks DNS who answers for a name: a query of type NS (RFC 1035), of which .NET has none.</summary>
internal static class NameServers
{
    private const int NameServer = 2;
    private const int Header = 12;
    private const int MostJumps = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The name servers that this machine asks.</summary>
    /// <returns>Their addresses.</returns>
    public static IReadOnlyList<IPEndPoint> OfMachine() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces().Where(one => one.OperationalStatus == OperationalStatus.Up)
            .SelectMany(one => one.GetIPProperties().DnsAddresses).Distinct().Select(address => new IPEndPoint(address, 53)),
    ];

    /// <summary>Asks who answers for a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="servers">Whom to ask, one after the other.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The names of the servers, in order; none where there is no such name, null where nobody has answered.</returns>
    public static async Task<IReadOnlyList<string>?> AskAsync(string name, IReadOnlyList<IPEndPoint> servers, TimeProvider time, CancellationToken stop)
    {
        foreach (var server in servers)
        {
            try
            {
                using var patience = new CancellationTokenSource(Patience, time);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
                if (Read(await AskAsync(name, server, limit.Token).ConfigureAwait(false)) is { } found)
                    return found;
            }
            catch (Exception e) when (!stop.IsCancellationRequested && e is OperationCanceledException or SocketException or IndexOutOfRangeException or ArgumentOutOfRangeException)
            {
                // This one does not answer, or not with what it was asked for: the next is asked.
            }
        }

        return null;
    }

    private static async Task<byte[]> AskAsync(string name, IPEndPoint server, CancellationToken stop)
    {
        var query = Query(name);
        using var socket = new UdpClient(server.AddressFamily);
        socket.Connect(server);
        await socket.SendAsync(query, stop).ConfigureAwait(false);
        while (true)
        {
            var answer = (await socket.ReceiveAsync(stop).ConfigureAwait(false)).Buffer;
            if (answer.Length >= Header && answer.AsSpan(0, 2).SequenceEqual(query.AsSpan(0, 2)))
                return answer;
        }
    }

    private static byte[] Query(string name)
    {
        using var bytes = new MemoryStream();
        bytes.Write(RandomNumberGenerator.GetBytes(2));
        bytes.Write([1, 0, 0, 1, 0, 0, 0, 0, 0, 0]); // one question, and the server is to ask others
        foreach (var label in name.Split('.'))
        {
            bytes.WriteByte((byte)label.Length);
            bytes.Write(Encoding.ASCII.GetBytes(label));
        }

        bytes.Write([0, 0, NameServer, 0, 1]);
        return bytes.ToArray();
    }

    /// <summary>The answer's servers; none where there is no such name, null where the server could not tell.</summary>
    internal static IReadOnlyList<string>? Read(byte[] answer)
    {
        const int NoSuchName = 3;
        var code = answer[3] & 15;
        if (code is not (0 or NoSuchName))
            return null;
        var at = Header;
        for (var question = Count(answer, 4); question > 0; question--)
            at = Name(answer, at).End + 4;
        var found = new List<string>();
        for (var record = Count(answer, 6); record > 0; record--)
        {
            at = Name(answer, at).End;
            var type = Count(answer, at);
            var length = Count(answer, at + 8);
            at += 10;
            if (type == NameServer)
                found.Add(Name(answer, at).Text);
            at += length;
        }

        return [.. found.Order(StringComparer.OrdinalIgnoreCase)];
    }

    private static int Count(byte[] answer, int at) => BinaryPrimitives.ReadUInt16BigEndian(answer.AsSpan(at));

    /// <summary>A name in an answer, which may go on where an earlier one stands.</summary>
    private static (string Text, int End) Name(byte[] answer, int at)
    {
        var labels = new List<string>();
        int? end = null;
        for (var jumps = 0; answer[at] != 0;)
        {
            if (answer[at] >= 0xC0)
            {
                if (++jumps > MostJumps)
                    throw new ArgumentOutOfRangeException(nameof(at), "The answer leads in a circle.");
                end ??= at + 2;
                at = Count(answer, at) & 0x3FFF;
                continue;
            }

            labels.Add(Encoding.ASCII.GetString(answer, at + 1, answer[at]));
            at += answer[at] + 1;
        }

        return (string.Join('.', labels), end ?? at + 1);
    }
}
