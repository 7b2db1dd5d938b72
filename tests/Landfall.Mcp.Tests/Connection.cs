using System.IO.Pipelines;
using Landfall.Operations;
using Landfall.Operator;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Landfall.Mcp.Tests;

/// <summary>A server and the SDK's client in one process, connected as a program and its standard streams are.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly Task _server;
    private readonly PipeWriter _input;

    private Connection(Task server, PipeWriter input, McpClient client)
    {
        _server = server;
        _input = input;
        Client = client;
    }

    public McpClient Client { get; }

    public static async Task<Connection> OpenAsync(McpSettings settings, string? revision = null, Func<ElicitRequestParams?, ElicitResult>? answer = null)
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var server = LandfallMcpServer.ServeAsync(
            settings, new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()), CancellationToken.None);
        var options = new McpClientOptions { ClientInfo = new Implementation { Name = "tester", Version = "1" }, ProtocolVersion = revision };
        if (answer is not null)
            options.Handlers.ElicitationHandler = (asked, _) => ValueTask.FromResult(answer(asked));
        var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), options, cancellationToken: TestContext.Current.CancellationToken);
        return new Connection(server, toServer.Writer, client);
    }

    /// <summary>What the program offers.</summary>
    public static OperationRegistry Offered { get; } = new([.. OperationRegistry.Own.All, .. OperatorOperations.All]);

    public static McpSettings Settings(string folder, bool write = false, bool sensitive = false, params IOperation[] operations) =>
        new(new WorkFolder(folder), write, sensitive)
        {
            Person = "ada@laptop",
            Time = TimeProvider.System,
            Operations = operations.Length == 0 ? Offered : new OperationRegistry(operations),
        };

    public Task<CallToolResult> CallAsync(string tool, params (string Name, object? Value)[] arguments) =>
        Client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value), cancellationToken: TestContext.Current.CancellationToken).AsTask();

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _input.CompleteAsync();
        await _server; // it ends with its input
    }
}
