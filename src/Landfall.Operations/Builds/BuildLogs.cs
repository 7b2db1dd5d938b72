using Landfall.Aws;
using Landfall.Aws.Builds;
using Landfall.Aws.Logs;
using Landfall.Config;

namespace Landfall.Operations.Builds;

/// <summary>Reads the log of a build of CodeBuild's.</summary>
/// <param name="session">Who reads, in the build's region.</param>
/// <param name="context">Who explains.</param>
internal sealed class BuildLogs(AwsSession session, OperationContext context)
{
    // The most that CloudWatch gives at once (CloudWatch Logs API Reference, "GetLogEvents"); what failed stands at the end.
    private const int Lines = 10_000;

    private const int Attempts = 15;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Reads it.</summary>
    /// <param name="id">The build's id or ARN.</param>
    /// <param name="own">True where this program runs in that very build.</param>
    /// <returns>The log.</returns>
    /// <exception cref="LandfallException">There is no such build, or it has no log in CloudWatch.</exception>
    public async Task<string> ReadAsync(string id, bool own)
    {
        var build = await new BuildClient(session).FindAsync(id, context.Stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.BuildLog, $"There is no build '{id}' in {session.Region}. 'aws codebuild list-builds-for-project' lists those of a project; AWS_REGION says where to look.");
        if (build is not { LogGroup: { } group, LogStream: { } stream })
            throw new LandfallException(ErrorCodes.BuildLog, $"The build '{id}' has no log in CloudWatch Logs.");
        var client = new LogClient(session);
        if (!own)
            return string.Join('\n', await client.ReadLastAsync(group, stream, Lines, context.Stop).ConfigureAwait(false));

        // A build's log reaches CloudWatch a little late: it is all there once it has what is said now.
        var mark = $"Looking for what failed in {id}.";
        context.Watcher.Say(mark);
        for (var attempt = 1; ; attempt++)
        {
            var lines = await client.ReadLastAsync(group, stream, Lines, context.Stop).ConfigureAwait(false);
            if (attempt == Attempts || lines.Any(line => line.Contains(mark, StringComparison.Ordinal)))
                return string.Join('\n', lines.TakeWhile(line => !line.Contains(mark, StringComparison.Ordinal)));
            await Task.Delay(Pause, context.Time, context.Stop).ConfigureAwait(false);
        }
    }
}
