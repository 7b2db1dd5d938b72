using Landfall.Config.Plan;

namespace Landfall.Operations.Changes;

/// <summary>Something that has another name in the file than in AWS, because it was renamed with <c>was</c>.</summary>
/// <param name="Kind">What it is, for example <c>table</c>.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Was">The name that it keeps in AWS.</param>
internal sealed record Renaming(string Kind, string Name, string Was)
{
    /// <summary>Finds what was renamed.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The renamings.</returns>
    public static IReadOnlyList<Renaming> In(AppPlan plan) =>
    [
        .. new[]
        {
            plan.Databases.Select(d => new Renaming("database", d.Title, d.Name)),
            plan.Tables.Select(t => new Renaming("table", t.Title, t.Name)),
            plan.Buckets.Select(b => new Renaming("bucket", b.Title, b.Name)),
            plan.Queues.Select(q => new Renaming("queue", q.Title, q.Name)),
            plan.Services.Select(s => new Renaming("service", s.Title, s.Name)),
        }.SelectMany(r => r).Where(r => r.Name != r.Was),
    ];
}
