namespace Landfall.Operations.Builds;

/// <summary>Says why a build failed: by the first rule that knows it, or else by the lines that stand out.</summary>
internal static class BuildExplainer
{
    /// <summary>Explains a failed build.</summary>
    /// <param name="log">Its log.</param>
    /// <returns>The explanation.</returns>
    public static BuildExplanation Explain(BuildLog log)
    {
        foreach (var rule in FailureRules.All)
        {
            if (rule.Explain(log) is { } failure)
                return new BuildExplanation(log.Step, log.ExitCode, rule.Id, failure.Errors, failure.Cause, failure.Next);
        }

        var lines = OutstandingLines.In(log);
        return new BuildExplanation(
            log.Step,
            log.ExitCode,
            null,
            lines,
            lines.Count == 0 ? "The step says nothing about why it failed." : "No rule knows this failure. As a guess: these lines stand out from what else the build said.",
            log.Step is null ? "Read the log above the end." : "Run the step on your own machine, or read its log from the first of these lines on.");
    }
}
