using Landfall.Operations.Processes;
using Landfall.Operations.Toolchain;

namespace Landfall.Operations.Deployment;

/// <summary>The CDK CLI, run on an assembly that is synthesised already.</summary>
/// <param name="tools">Node and the CLI.</param>
/// <param name="target">Where it deploys to.</param>
/// <param name="logFile">The file that everything it prints is appended to.</param>
internal sealed class CdkCli(Tools tools, AwsTarget target, string logFile)
{
    /// <summary>The file with everything that the CLI printed.</summary>
    public string LogFile => logFile;

    /// <summary>Runs a CDK command.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="onLine">Gets every line as it comes, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What it left behind.</returns>
    public async Task<ProcessResult> RunAsync(IReadOnlyList<string> arguments, Action<string>? onLine, CancellationToken cancellation)
    {
        var spec = new ProcessSpec(tools.Node, [tools.Cdk, .. arguments, "--no-notices", "--no-version-reporting", "--no-color"])
        {
            Environment = target.Environment,
        };
        await using var log = new StreamWriter(logFile, append: true) { AutoFlush = true };
        var synchronized = TextWriter.Synchronized(log);
        await synchronized.WriteLineAsync($"cdk {string.Join(' ', arguments)}").ConfigureAwait(false);
        return await ProcessRunner.RunAsync(
            spec,
            line =>
            {
                synchronized.WriteLine(line);
                onLine?.Invoke(line);
            },
            cancellation).ConfigureAwait(false);
    }
}
