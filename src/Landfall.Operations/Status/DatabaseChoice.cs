using Landfall.Config.Plan;

namespace Landfall.Operations.Status;

/// <summary>Finds the database that somebody means.</summary>
internal static class DatabaseChoice
{
    /// <summary>Finds it by its name in the file, or the older one that it has in AWS.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="name">The name.</param>
    /// <returns>The database; null where there is none of this name.</returns>
    public static DatabasePlan? Find(AppPlan plan, string name) => plan.Databases.FirstOrDefault(database => database.Title == name || database.Name == name);
}
