using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Landfall.Tests;

/// <summary>A real image registry on a loopback port, with its storage in a temporary folder.</summary>
public sealed class LocalRegistry : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Process? _process;

    public string Address { get; private set; } = "";

    private static string? Missing { get; } = new[] { "docker-registry", "podman" }.FirstOrDefault(p => !RequiredTool.IsInstalled(p));

    /// <summary>Skips a test where the machine has no registry or no podman to test with.</summary>
    public static void SkipIfMissing()
    {
        if (Missing is not null)
            Assert.Skip($"'{Missing}' is not installed (apt-get install podman docker-registry).");
    }

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        Address = $"localhost:{FreePort()}";
        var config = _folder.Write("config.yml", $$"""
            version: 0.1
            storage: { filesystem: { rootdirectory: {{_folder.Path}}/storage } }
            http: { addr: 127.0.0.1:{{Address.Split(':')[1]}} }
            """);
        _process = Process.Start(new ProcessStartInfo("docker-registry", ["serve", config]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        using var http = new HttpClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await AnswersAsync(http, limit.Token))
            await Task.Delay(50, limit.Token);
    }

    public ValueTask DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            return (await http.GetAsync(new Uri($"http://{Address}/v2/"), cancellation)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
