using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Status;

namespace Landfall.Operations.Restoring;

/// <summary>Finds what somebody wants to restore.</summary>
internal static class Restorables
{
    /// <summary>Finds it by its name in the file, or the older one that it has in AWS.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="name">The name.</param>
    /// <param name="target">The account and region.</param>
    /// <returns>The database or table.</returns>
    /// <exception cref="LandfallException">There is none of this name.</exception>
    public static IRestorable Of(AppPlan plan, string name, AwsTarget target) =>
        DatabaseChoice.Find(plan, name) is { } database ? new RestorableDatabase(plan, database, target)
        : plan.Tables.FirstOrDefault(one => one.Title == name || one.Name == name) is { } table ? new RestorableTable(plan, table, target)
        : throw new LandfallException(ErrorCodes.RestoreUnknown, $"'{name}' is no database and no table of '{plan.Environment}'. {Names(plan)}");

    private static string Names(AppPlan plan)
    {
        var names = plan.Databases.Select(one => one.Title).Concat(plan.Tables.Select(one => one.Title)).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "It has none." : $"It has {string.Join(", ", names)}.";
    }
}
