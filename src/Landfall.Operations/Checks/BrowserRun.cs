using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Checks.Browsing;
using Landfall.Config;
using Landfall.Operations.Processes;
using Landfall.Operations.Toolchain;

namespace Landfall.Operations.Checks;

/// <summary>Runs browser files on this machine: with the program that rollouts run them with, and a browser that is installed.</summary>
internal static class BrowserRun
{
    /// <summary>Runs a file.</summary>
    /// <param name="name">What the file is called.</param>
    /// <param name="file">The file.</param>
    /// <param name="url">What is checked.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>What came of each step, up to the first that failed.</returns>
    /// <exception cref="LandfallException">There is no browser, or a secret has no value.</exception>
    public static async Task<IReadOnlyList<CheckedRequest>> RunAsync(string name, BrowserFile file, Uri url, OperationContext context)
    {
        if (file.Secrets.FirstOrDefault(secret => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(BrowserProgram.SecretVariable(secret.Name)))) is { } missing)
        {
            throw new LandfallException(
                ErrorCodes.CheckSecret,
                $"{name}:{missing.Line}:{missing.Column} types the secret '{missing.Name}', whose value a check from here does not read. Give it as the environment variable {BrowserProgram.SecretVariable(missing.Name)}.");
        }

        var tools = await ToolInstaller.EnsureAsync(context.Watcher.Say, context.Stop).ConfigureAwait(false);
        var result = await ProcessRunner.RunAsync(
            new ProcessSpec(tools.Node, BrowserProgram.Arguments)
            {
                Environment = new Dictionary<string, string?>
                {
                    [BrowserProgram.StepsVariable] = BrowserProgram.Steps(name, file),
                    [BrowserProgram.UrlVariable] = url.AbsoluteUri,
                    [BrowserProgram.AddressVariable] = null, // a machine asks DNS
                },
            },
            null, context.Stop).ConfigureAwait(false);
        var steps = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Read(name, line)).ToList();
        if (result.ExitCode is BrowserProgram.NoBrowser && steps is [{ Failures: [var why] }])
            throw new LandfallException(ErrorCodes.CheckBrowser, $"'{name}' needs a browser: {why}.");
        if (steps.Count == 0)
            throw new LandfallException(ErrorCodes.CheckBrowser, $"'{name}' has not run: {result.Error.Trim()}");
        return steps;
    }

    private static CheckedRequest Read(string name, string line)
    {
        var step = JsonSerializer.Deserialize<JsonObject>(line)!;
        IReadOnlyList<string> failures = (string?)step["failure"] is { } failure ? [failure] : [];
        return new CheckedRequest(name, (int)step["line"]!, (string)step["step"]!, failures, (long)step["milliseconds"]!);
    }
}
