using System.Text.Json.Nodes;
using Landfall.Operations.Status;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>What was read of an account.</summary>
/// <param name="Document">Every setting, without states and without values that nobody should read.</param>
/// <param name="Clusters">The clusters that have services or schedules in it.</param>
/// <param name="Unread">What AWS refused to tell.</param>
internal sealed record EcsAccount(JsonObject Document, IReadOnlyList<string> Clusters, IReadOnlyList<UnreadPart> Unread);
