using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Importing;

/// <summary>What somebody wants to take over.</summary>
/// <param name="Kind">How that is done.</param>
/// <param name="Title">Its name in the file.</param>
/// <param name="AwsName">Its name in AWS.</param>
internal sealed record ImportChoice(ImportKind Kind, string Title, string AwsName)
{
    /// <summary>Finds it by its name in the file, or the older one that it has in AWS.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="name">The name.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="LandfallException">There is no such table or bucket, or the file does not say what it is called in AWS.</exception>
    public static ImportChoice Find(AppPlan plan, string name)
    {
        var all = plan.Tables.Select(table => (ImportKind.Table, table.Name, table.Title, table.AwsName))
            .Concat(plan.Buckets.Select(bucket => (ImportKind.Bucket, bucket.Name, bucket.Title, bucket.AwsName))).ToList();
        var found = all.Where(one => one.Title == name).Concat(all.Where(one => one.Name == name)).Take(1).ToList();
        if (found is not [var (kind, _, title, awsName)])
            throw new LandfallException(ErrorCodes.ImportUnknown, $"'{name}' is no table and no bucket of '{plan.Environment}', which are what can be taken over. {Others(plan, name)}");
        return awsName is null
            ? throw new LandfallException(ErrorCodes.ImportNoName, $"The file does not say which {kind.Word} in AWS '{title}' of '{plan.Environment}' is to be. Write 'awsName: NAME' at it, below 'environments: {{ {plan.Environment}: {{ {kind.Word}s: … }} }}' where environments differ.")
            : new ImportChoice(kind, title, awsName);
    }

    private static string Others(AppPlan plan, string name)
    {
        if (plan.Databases.Any(one => one.Title == name || one.Name == name))
        {
            // AWS::RDS::DBCluster and AWS::RDS::DBInstance, DBSubnetGroupName: "Update requires: Replacement".
            return "A database stands on the subnets of its network, which AWS changes by replacing it: empty. Move its data by a dump into the new one.";
        }

        List<string> names = [.. plan.Tables.Select(one => one.Title), .. plan.Buckets.Select(one => one.Title)];
        return names.Count == 0 ? "It has none." : $"It has {string.Join(", ", names.Order(StringComparer.Ordinal))}.";
    }
}
