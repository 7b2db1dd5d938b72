using Landfall.Config;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>Reads changes that a pull request's own build has written: its author may have written anything.</summary>
internal static class ReportedChanges
{
    /// <summary>The most environments of a report: more than a pipeline has.</summary>
    public const int Most = 50;

    // A change of hundreds of stacks is less.
    private const long MostBytes = 20 * 1024 * 1024;

    /// <summary>Reads the changes.</summary>
    /// <param name="files">The files.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="LandfallException">One of them is none.</exception>
    public static IReadOnlyList<Change> Read(IReadOnlyList<string> files) => [.. files.Select(Read)];

    private static Change Read(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MostBytes })
                throw Unreadable(file, "is larger than 20 MiB");
            var change = ChangeFile.Read(file);
            return IsWhole(change) ? change : throw Unreadable(file, "is not whole");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, $"cannot be read: {e.Message}", e);
        }
    }

    /// <summary>What is read from JSON may lack what a record of ours always has.</summary>
    private static bool IsWhole(Change change)
    {
        if (change is not { Digest.Length: >= 12, Stacks: not null, Effects: not null, Refused: not null, Renamed: not null, Hints: not null, ServiceRoles: not null, Cost: null or { Unknown: not null } })
            return false;
        var ids = change.Effects.Select(effect => effect?.Id).ToList();
        return change.Effects.All(effect => effect is { Id: not null, Text: not null } && Enum.IsDefined(effect.Kind))
            && ids.Distinct(StringComparer.Ordinal).Count() == ids.Count
            && change.Stacks.All(stack => stack is { Name: not null, Resources: not null } && Enum.IsDefined(stack.Action) && stack.Resources.All(resource =>
                resource is { LogicalId: not null, Type: not null, Effects: not null } && Enum.IsDefined(resource.Action) && resource.Effects.All(ids.Contains)))
            && change.Refused.All(refused => refused is not null)
            && change.Hints.All(hint => hint is not null)
            && change.Renamed.All(renamed => renamed is not null);
    }

    private static LandfallException Unreadable(string file, string why, Exception? inner = null) =>
        new(ErrorCodes.ChangeFileUnreadable, $"'{file}' {why}. 'landfall diff --output {file}' writes a change.", inner);
}
