namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>publish</c>: topics, which Landfall does not have.</summary>
internal static class TopicsPart
{
    public static void Map(ManifestMap map) =>
        map.Map("publish")?.Left("topics", "Landfall has no topics: name the workers' queues in 'uses' and send to each, or make a topic in C# with 'extend'.");
}
