using System.Net;
using System.Net.Sockets;
using Landfall.Config.Plan;

namespace Landfall.Operations.LocalRun;

/// <summary>Waits until containers are ready.</summary>
/// <param name="runtime">What runs them.</param>
/// <param name="time">The clock.</param>
internal sealed class Readiness(ContainerRuntime runtime, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>Waits for a database.</summary>
    /// <param name="container">Its container.</param>
    /// <param name="database">What it is.</param>
    /// <param name="ended">Tells that it has ended.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Null once it is ready; else what is wrong.</returns>
    public Task<string?> OfAsync(string container, LocalDatabase database, Func<bool> ended, CancellationToken stop) => WaitAsync(
        async () => await runtime.ExecAsync(container, database.Probe, stop).ConfigureAwait(false) ? null : $"its '{database.Prober}' does not end well", ended, stop);

    /// <summary>Waits for a service.</summary>
    /// <param name="container">Its container.</param>
    /// <param name="service">The service.</param>
    /// <param name="port">Its port on this machine; null for none.</param>
    /// <param name="ended">Tells that it has ended.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Null once it is ready; else what is wrong.</returns>
    public async Task<string?> OfAsync(string container, ContainerServicePlan service, int? port, Func<bool> ended, CancellationToken stop)
    {
        if (LocalHealth.Of(service) is { } health && port is { } open)
        {
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
            using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(5) };
            if (await WaitAsync(() => health.Path is { } path ? AskAsync(http, open, path, health, stop) : ConnectAsync(open, stop), ended, stop).ConfigureAwait(false) is { } trouble)
                return trouble;
        }

        if (service.Task.ContainerHealth is not { } inside)
            return null;
        IReadOnlyList<string> command = inside.Shell ? ["sh", "-c", inside.Command] : Processes.ShellWords.Split(inside.Command);
        return await WaitAsync(async () => await runtime.ExecAsync(container, command, stop).ConfigureAwait(false) ? null : "its health command does not end well", ended, stop).ConfigureAwait(false);
    }

    private static async Task<string?> AskAsync(HttpClient http, int port, string path, LocalHealth health, CancellationToken stop)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"), HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            return health.Takes((int)answer.StatusCode) ? null : $"GET {path} answers {(int)answer.StatusCode}, not {health.Codes}";
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return $"GET {path} is not answered";
        }
    }

    private static async Task<string?> ConnectAsync(int port, CancellationToken stop)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, stop).ConfigureAwait(false);
            return null;
        }
        catch (SocketException)
        {
            return "its port is not open";
        }
    }

    private async Task<string?> WaitAsync(Func<Task<string?>> ask, Func<bool> ended, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var trouble = await ask().ConfigureAwait(false);
            if (trouble is null || ended() || time.GetElapsedTime(began) > Limit)
                return trouble;
            await Task.Delay(Pause, time, stop).ConfigureAwait(false);
        }
    }
}
