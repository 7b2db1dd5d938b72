namespace Landfall.Config.Stacks;

/// <summary>The names of pipelines in AWS. A pipeline's stack has the name and the tags that an environment of its name would have.</summary>
public static class PipelineNames
{
    /// <summary>What the names of all pipelines begin with in AWS.</summary>
    public const string Word = "pipeline";

    /// <summary>What stands for a pipeline where an environment's name stands elsewhere.</summary>
    /// <param name="pipeline">The pipeline's name in the file; empty for the one of <c>pipeline</c>.</param>
    /// <returns><c>pipeline</c>, or <c>pipeline-release</c>.</returns>
    public static string Of(string pipeline) => pipeline.Length == 0 ? Word : $"{Word}-{pipeline}";
}
