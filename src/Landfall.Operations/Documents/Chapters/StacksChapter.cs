using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Documents.Chapters;

/// <summary>The stacks in the order in which they are deployed.</summary>
internal static class StacksChapter
{
    /// <summary>Writes the chapter.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The chapter.</returns>
    public static Chapter Of(DocumentedEnvironment environment) => new("stacks", "Stacks", [
        new Paragraph("In the order in which they are deployed: each stands on those that it needs."),
        new Grid(
            ["Stack", "What is in it", "Resources", "Region", "Needs"],
            [
                .. environment.Stacks.Select(stack => (IReadOnlyList<Phrase>)
                [
                    stack.Name, string.Join(", ", stack.Contents),
                    FormattableString.Invariant($"{environment.Resources.All.Count(resource => resource.Stack == stack.Name)}"),
                    stack.Region, string.Join(", ", stack.DependsOn),
                ]),
            ]),
    ]);
}
