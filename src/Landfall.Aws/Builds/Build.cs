namespace Landfall.Aws.Builds;

/// <summary>A build of CodeBuild's.</summary>
/// <param name="Id">Its id: the project's name, a colon and a number.</param>
/// <param name="LogGroup">The log group that it writes to; null where it writes none.</param>
/// <param name="LogStream">The stream of its log; null before it has begun to write.</param>
public sealed record Build(string Id, string? LogGroup, string? LogStream);
