namespace Landfall.Operations.Auditing;

/// <summary>For whom a build server works.</summary>
internal static class BuildServerRun
{
    /// <summary>
    /// Finds it. Sources: GitHub Docs, "Variables reference" (default environment variables); GitLab Docs, "Predefined CI/CD variables
    /// reference"; AWS CodeBuild User Guide, "Environment variables in build environments".
    /// </summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>Who started the run, and the run; null elsewhere.</returns>
    public static string? Find(Func<string, string?> variable)
    {
        if (variable("GITHUB_ACTOR") is { Length: > 0 } actor)
            return $"{actor}, {variable("GITHUB_SERVER_URL")}/{variable("GITHUB_REPOSITORY")}/actions/runs/{variable("GITHUB_RUN_ID")}";
        if (variable("GITLAB_USER_LOGIN") is { Length: > 0 } user)
            return $"{user}, {variable("CI_JOB_URL")}";
        return variable("CODEBUILD_INITIATOR") is { Length: > 0 } initiator ? $"{initiator}, {variable("CODEBUILD_BUILD_ID")}" : null;
    }

    /// <summary>The commit that a build server says to have; where sources come without git's folder nothing else does.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The commit; null elsewhere.</returns>
    public static string? Commit(Func<string, string?> variable) =>
        variable("CODEBUILD_RESOLVED_SOURCE_VERSION") is { Length: > 0 } version ? version : null;
}
