using Landfall.Config.Stacks;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Listing;

/// <summary>A stack as <c>landfall list</c> shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Region">The region that it is in.</param>
/// <param name="DependsOn">Names of the stacks that have to be deployed before it.</param>
/// <param name="Contents">What is in it, in short phrases.</param>
internal sealed record ListedStack(string Name, StackKind Kind, string Region, IReadOnlyList<string> DependsOn, IReadOnlyList<string> Contents)
{
    /// <summary>Lists the stacks of an environment.</summary>
    /// <param name="project">The project.</param>
    /// <returns>The file's stacks, then those that a host added in the last synthesis.</returns>
    public static IReadOnlyList<ListedStack> Of(Project project)
    {
        var ofTheFile = StackList.Of(project.Plan);
        var last = LastSynthesis.Of(project);
        return [.. (last?.AddTo(ofTheFile) ?? ofTheFile).Select(s => new ListedStack(
            s.Name, s.Kind, s.Region, s.DependsOn, s.Kind == StackKind.Added ? [last!.ContentsOf(s.Name)] : StackContents.Of(project.Plan, s)))];
    }
}
