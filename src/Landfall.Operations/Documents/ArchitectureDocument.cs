using Landfall.Operations.Documents.Chapters;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Documents;

/// <summary>What an environment is, for people who have not built it.</summary>
internal static class ArchitectureDocument
{
    /// <summary>Writes the document, in no form yet.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The document; the same environment gives the same one.</returns>
    public static Document Of(DocumentedEnvironment environment) => new($"{environment.Plan.App} {environment.Plan.Environment}: architecture", [
        SystemChapter.Of(environment),
        StacksChapter.Of(environment),
        ServicesChapter.Of(environment),
        NetworkChapter.Of(environment),
        DataChapter.Of(environment),
        PermissionsChapter.Of(environment),
        AlarmsChapter.Of(environment),
        CostChapter.Of(environment),
    ]);
}
