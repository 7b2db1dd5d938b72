namespace Landfall.Config.Plan;

/// <summary>Who runs a pipeline.</summary>
public enum PipelineHost
{
    /// <summary>AWS CodePipeline, with the code of a CodeConnections connection.</summary>
    Connection,

    /// <summary>AWS CodePipeline, with the code of a CodeCommit repository.</summary>
    CodeCommit,

    /// <summary>GitHub Actions.</summary>
    Github,

    /// <summary>GitLab CI/CD.</summary>
    Gitlab,
}
