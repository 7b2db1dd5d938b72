using System.Net.Http.Headers;
using System.Text.Json;

namespace Landfall.Hooks.Runtime;

/// <summary>
/// Lambda's custom runtime: asks for the next call, answers it, and again (AWS Lambda Developer Guide, "Using the Lambda runtime API
/// for custom runtimes").
/// </summary>
/// <param name="http">The client; it must not have a limit of its own, as the next call may be hours away.</param>
/// <param name="api">Host and port of the runtime API.</param>
/// <param name="invocation">What the function does.</param>
/// <param name="log">The function's log.</param>
internal sealed class RuntimeLoop(HttpClient http, string api, IInvocation invocation, TextWriter log)
{
    private const string RequestId = "Lambda-Runtime-Aws-Request-Id";
    private readonly string _root = $"http://{api}/2018-06-01/runtime/invocation/";

    /// <summary>Runs until it is stopped; Lambda ends the process when it has no more use for it.</summary>
    /// <param name="stop">Stops it.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
            await NextAsync(stop).ConfigureAwait(false);
    }

    /// <summary>Waits for a call and answers it.</summary>
    /// <param name="stop">Stops it.</param>
    public async Task NextAsync(CancellationToken stop)
    {
        using var next = await http.GetAsync(_root + "next", stop).ConfigureAwait(false);
        next.EnsureSuccessStatusCode();
        var id = next.Headers.GetValues(RequestId).First();
        var payload = await next.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
        try
        {
            await PostAsync($"{id}/response", await invocation.AnswerAsync(payload, log, stop).ConfigureAwait(false), stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException or InvalidOperationException or AwsRefusedException)
        {
            // The call has failed and not the function: ECS rolls back on it, and the next call finds the function as it was.
            await log.WriteLineAsync($"{e.GetType().Name}: {e.Message}").ConfigureAwait(false);
            await PostAsync($"{id}/error", JsonSerializer.SerializeToUtf8Bytes(new FunctionError(e.Message, e.GetType().Name), HookJson.Default.FunctionError), stop).ConfigureAwait(false);
        }
    }

    private async Task PostAsync(string path, byte[] json, CancellationToken stop)
    {
        using var content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync(_root + path, content, stop).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }
}
