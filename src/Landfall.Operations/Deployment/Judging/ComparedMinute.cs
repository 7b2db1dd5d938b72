using Landfall.AIOps.Releases;

namespace Landfall.Operations.Deployment.Judging;

/// <summary>What the two versions of a service answered in a minute.</summary>
/// <param name="Begin">When it began.</param>
/// <param name="New">The new version; null where CloudWatch has nothing of it, which is no traffic or no news yet.</param>
/// <param name="Old">The old version, likewise.</param>
internal sealed record ComparedMinute(DateTimeOffset Begin, RequestCounts? New, RequestCounts? Old);
