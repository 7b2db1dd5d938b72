using System.Net;
using System.Net.Sockets;
using Landfall.Operations.Doctor;

namespace Landfall.Operations.Tests.Doctor;

public sealed class NameServersTests
{
    // Whatever was asked for with NS records ns-1.aws.net and ns-2.aws.net, of which the second is written as a part of the first.
    private static readonly byte[] Records =
    [
        0xC0, 12, 0, 2, 0, 1, 0, 0, 0, 60, 0, 14, 4, (byte)'n', (byte)'s', (byte)'-', (byte)'1', 3, (byte)'a', (byte)'w', (byte)'s', 3, (byte)'n', (byte)'e', (byte)'t', 0,
    ];

    [Fact]
    public async Task AskAsync_Server_GivesTheNamesOfWhoAnswers()
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var answering = AnswerAsync(server, query => Answer(query, 0, Records));

        var found = await NameServers.AskAsync("shop.example.com", [(IPEndPoint)server.Client.LocalEndPoint!], TestContext.Current.CancellationToken);

        Assert.Equal(["ns-1.aws.net"], found);
        var asked = await answering;
        Assert.Equal("\u0004shop\u0007example\u0003com\0\0\u0002\0\u0001", System.Text.Encoding.ASCII.GetString(Question(asked)));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(2, null)]
    [InlineData(5, null)]
    public async Task AskAsync_ServerThatHasNone_IsToldFromOneThatCannotTell(int code, int? expected)
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var answering = AnswerAsync(server, query => Answer(query, code, []));

        var found = await NameServers.AskAsync("example.com", [(IPEndPoint)server.Client.LocalEndPoint!], TestContext.Current.CancellationToken);

        Assert.Equal(expected, found?.Count);
        await answering;
    }

    [Fact]
    public async Task AskAsync_ServerThatCannotTell_AsksTheNext()
    {
        using var first = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var second = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var both = Task.WhenAll(AnswerAsync(first, query => Answer(query, 2, [])), AnswerAsync(second, query => Answer(query, 0, Records)));

        var found = await NameServers.AskAsync("shop.example.com", [(IPEndPoint)first.Client.LocalEndPoint!, (IPEndPoint)second.Client.LocalEndPoint!], TestContext.Current.CancellationToken);

        Assert.Equal(["ns-1.aws.net"], found);
        await both;
    }

    [Fact]
    public async Task AskAsync_AnswerThatIsNone_GivesNull()
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var answering = AnswerAsync(server, query => [.. query[..4], 0, 1, 0, 1, 0, 0, 0, 0, 0xC0, 12, 0, 2, 0, 1]);

        Assert.Null(await NameServers.AskAsync("example.com", [(IPEndPoint)server.Client.LocalEndPoint!], TestContext.Current.CancellationToken));
        await answering;
    }

    private static byte[] Answer(byte[] query, int code, byte[] records) =>
        [query[0], query[1], 0x81, (byte)(0x80 | code), 0, 1, 0, (byte)(records.Length == 0 ? 0 : 1), 0, 0, 0, 0, .. Question(query), .. records];

    /// <summary>The name, type and class that are asked for, without what follows on how the asker takes answers.</summary>
    private static byte[] Question(byte[] query) => query[12..(Array.IndexOf<byte>(query, 0, 12) + 5)];

    private static async Task<byte[]> AnswerAsync(UdpClient server, Func<byte[], byte[]> answer)
    {
        var asked = await server.ReceiveAsync(TestContext.Current.CancellationToken);
        await server.SendAsync(answer(asked.Buffer), asked.RemoteEndPoint, TestContext.Current.CancellationToken);
        return asked.Buffer;
    }
}
