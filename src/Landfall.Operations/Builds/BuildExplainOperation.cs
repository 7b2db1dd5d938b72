using Landfall.Aws;
using Landfall.Config;

namespace Landfall.Operations.Builds;

/// <summary>Says why a build failed.</summary>
internal sealed class BuildExplainOperation : Operation<BuildExplainParameters, BuildExplanation>
{
    // What a build server keeps of a log is less (GitLab: 4 MiB for a job, by default).
    private const long LargestLog = 256L * 1024 * 1024;

    /// <inheritdoc />
    public override string Name => "build explain";

    /// <inheritdoc />
    public override string Summary => "Say why a build failed: the step, the first error, the likely cause and what to do, from its log.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<BuildExplanation> RunAsync(BuildExplainParameters parameters, Agreed agreed, OperationContext context)
    {
        var log = LogReader.Read(await TextAsync(parameters, context).ConfigureAwait(false));
        if (log.Succeeded)
            throw new LandfallException(ErrorCodes.BuildLog, "The log is of a build that has succeeded: there is nothing to explain.");
        return log.Failed.Any(line => line.Text.Length > 0) || log.Step is not null
            ? BuildExplainer.Explain(log)
            : throw new LandfallException(ErrorCodes.BuildLog, "The log is empty.");
    }

    private static async Task<string> TextAsync(BuildExplainParameters parameters, OperationContext context)
    {
        if (new[] { parameters.Log, parameters.Text, parameters.Build }.Count(given => given is not null) != 1)
            throw new LandfallException(ErrorCodes.BuildLog, "Name the file with the log of the failed build (- is standard input), or with --build a build of CodeBuild.");
        if (parameters.Build is { } id)
        {
            var region = Environment.GetEnvironmentVariable("AWS_REGION") ?? throw new LandfallException(ErrorCodes.BuildLog, "With --build the region has to be known: set AWS_REGION.");
            using var session = new AwsSession(region, context.Time);
            return await new BuildLogs(session, context).ReadAsync(id, own: id == Environment.GetEnvironmentVariable("CODEBUILD_BUILD_ID")).ConfigureAwait(false);
        }

        return parameters.Text ?? await FileAsync(parameters.Log!, context.Stop).ConfigureAwait(false);
    }

    private static async Task<string> FileAsync(string path, CancellationToken stop)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestLog })
                throw new LandfallException(ErrorCodes.BuildLog, $"The log '{path}' is larger than 256 MiB. Give the end of it: 'tail --lines 100000 {path} | landfall build explain -'.");
            return await File.ReadAllTextAsync(path, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.BuildLog, $"The log '{path}' cannot be read: {e.Message}", e);
        }
    }
}
